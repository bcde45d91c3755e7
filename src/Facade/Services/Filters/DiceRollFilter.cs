using Valentina.Models;

namespace Valentina;

/// <summary>Which dice rolls are wanted. What is left null does not filter.</summary>
public sealed class DiceRollFilter
{
    /// <summary>Only rolls of this user.</summary>
    public Guid? UserId { get; set; }

    /// <summary>Only rolls with this character.</summary>
    public Guid? CharacterId { get; set; }

    /// <summary>Only rolls in this campaign.</summary>
    public Guid? CampaignId { get; set; }

    /// <summary>Only this type of character: PLAYER, NPC or STORYTELLER.</summary>
    public CharacterType? CharacterType { get; set; }
}

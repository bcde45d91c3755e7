using Valentina.Models;

namespace Valentina;

/// <summary>Which characters are wanted. What is left null does not filter.</summary>
public sealed class CharacterFilter
{
    /// <summary>Only characters of this campaign.</summary>
    public Guid? CampaignId { get; set; }

    /// <summary>Only characters played by this user.</summary>
    public Guid? UserPlayerId { get; set; }

    /// <summary>Only characters created by this user.</summary>
    public Guid? UserCreatorId { get; set; }

    /// <summary>Only what belongs to this class, such as VAMPIRE.</summary>
    public CharacterClass? CharacterClass { get; set; }

    /// <summary>Only this type of character: PLAYER, NPC or STORYTELLER.</summary>
    public CharacterType? CharacterType { get; set; }

    /// <summary>Only the living or only the dead.</summary>
    public CharacterStatus? Status { get; set; }

    /// <summary>True lists the temporary characters instead, such as the candidates of character generation.</summary>
    public bool? IsTemporary { get; set; }
}

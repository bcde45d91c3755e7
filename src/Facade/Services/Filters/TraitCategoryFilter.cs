using Valentina.Models;

namespace Valentina;

/// <summary>Which categories of traits are wanted. What is left null does not filter.</summary>
public sealed class TraitCategoryFilter
{
    /// <summary>Only what belongs to this edition of the rules.</summary>
    public GameVersion? GameVersion { get; set; }

    /// <summary>Only categories of this section of the sheet.</summary>
    public Guid? SectionId { get; set; }

    /// <summary>Only what belongs to this class, such as VAMPIRE.</summary>
    public CharacterClass? CharacterClass { get; set; }
}

using Valentina.Models;

namespace Valentina;

/// <summary>Which subcategories of traits are wanted. What is left null does not filter.</summary>
public sealed class TraitSubcategoryFilter
{
    /// <summary>Only what belongs to this edition of the rules.</summary>
    public GameVersion? GameVersion { get; set; }

    /// <summary>Only subcategories of this category.</summary>
    public Guid? CategoryId { get; set; }

    /// <summary>Only what belongs to this class, such as VAMPIRE.</summary>
    public CharacterClass? CharacterClass { get; set; }
}

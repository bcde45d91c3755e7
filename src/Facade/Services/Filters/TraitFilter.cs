using Valentina.Models;

namespace Valentina;

/// <summary>Which traits of the rules are wanted. What is left null does not filter.</summary>
public sealed class TraitFilter
{
    /// <summary>Only what belongs to this edition of the rules.</summary>
    public GameVersion? GameVersion { get; set; }

    /// <summary>Only what belongs to this class, such as VAMPIRE.</summary>
    public CharacterClass? CharacterClass { get; set; }

    /// <summary>Only traits of this category.</summary>
    public Guid? CategoryId { get; set; }

    /// <summary>Only traits of this subcategory.</summary>
    public Guid? SubcategoryId { get; set; }

    /// <summary>True leaves out the traits that belong to a subcategory.</summary>
    public bool? ExcludeSubcategoryTraits { get; set; }

    /// <summary>True for only the traits that can be rolled, false for only the others.</summary>
    public bool? IsRollable { get; set; }

    /// <summary>The order of the traits: by name or as on the sheet.</summary>
    public BlueprintTraitOrderBy? OrderBy { get; set; }
}

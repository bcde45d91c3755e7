namespace Valentina.SpecTool.Drift.Rules;

/// <summary>A limit on values.</summary>
/// <param name="Keyword">The schema's keyword.</param>
/// <param name="Name">Its part of a rule's id.</param>
/// <param name="LargerIsTighter">Whether a larger value admits less.</param>
internal sealed record Bound(string Keyword, string Name, bool LargerIsTighter)
{
    public static IReadOnlyList<Bound> All { get; } =
    [
        new("minimum", "min", true), new("exclusiveMinimum", "exclusive-min", true), new("minLength", "min-length", true),
        new("minItems", "min-items", true), new("minProperties", "min-properties", true),
        new("minContains", "min-contains", true), new("maxContains", "max-contains", false),
        new("maximum", "max", false), new("exclusiveMaximum", "exclusive-max", false), new("maxLength", "max-length", false),
        new("maxItems", "max-items", false), new("maxProperties", "max-properties", false),
    ];
}

namespace Valentina.Connection.RateLimits;

/// <summary>A value of a structured field: its text, and its number where it is one.</summary>
internal readonly record struct StructuredValue(string Text, decimal? Number)
{
    public static readonly StructuredValue True = new("?1", null);
}

/// <summary>An item with its parameters.</summary>
internal readonly record struct StructuredItem(StructuredValue Value, IReadOnlyDictionary<string, StructuredValue> Parameters);

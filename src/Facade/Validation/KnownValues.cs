namespace Valentina.Validation;

/// <summary>Tells a value of a closed set from one that the server would refuse.</summary>
internal static class KnownValues
{
    private const int MostNamed = 12;

    /// <summary>Whether the value is outside of the set; one that was never set is not.</summary>
    public static bool Exclude<T>(T value)
        where T : struct, IOpenEnum
        => value is { IsKnown: false, Value.Length: > 0 };

    /// <summary>What is wrong with such a value, and what would be right.</summary>
    public static string Message<T>(T value)
        where T : struct, IOpenEnum<T>
    {
        var named = string.Join(", ", T.KnownValues.Take(MostNamed).Select(static known => known.Value));
        var rest = T.KnownValues.Count > MostNamed ? $" or another of {typeof(T).Name}.KnownValues" : "";
        return $"must be one of {named}{rest}, but is '{value.Value}'";
    }
}

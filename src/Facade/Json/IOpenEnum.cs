namespace Valentina;

/// <summary>
/// An enum of the contract as the SDK models it: a text with known values. A value that a newer server added is kept
/// as it came and written back unchanged; <see cref="IsKnown"/> tells it apart.
/// </summary>
public interface IOpenEnum
{
    /// <summary>The text on the wire; empty for the default value.</summary>
    string Value { get; }

    /// <summary>Whether this version of the SDK knows the value.</summary>
    bool IsKnown { get; }
}

/// <summary>An open enum that can be made from a text.</summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
public interface IOpenEnum<TSelf> : IOpenEnum, IEquatable<TSelf>, ISpanParsable<TSelf>
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>Every value this version of the SDK knows.</summary>
    static abstract IReadOnlyList<TSelf> KnownValues { get; }

    /// <summary>The value for a text of the wire, known or not.</summary>
    static abstract TSelf FromValue(string value);
}

namespace Valentina.Json.Codecs;

/// <summary>An open enum that finds its known values in UTF-8. Implemented by generated code only.</summary>
/// <typeparam name="TSelf">The enum itself.</typeparam>
internal interface IWireEnum<TSelf>
    where TSelf : struct
{
    /// <summary>The known value with this text.</summary>
    static abstract bool TryGetKnown(ReadOnlySpan<byte> text, out TSelf value);
}

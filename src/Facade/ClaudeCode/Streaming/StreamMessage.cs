namespace Valentina.ClaudeCode.Streaming;

/// <summary>What one receive brought: a text, or why there is none.</summary>
internal readonly struct StreamMessage
{
    private StreamMessage(StreamMessageKind kind, byte[]? json = null, string? closeReason = null, int? closeCode = null)
    {
        Kind = kind;
        Json = json;
        CloseReason = closeReason;
        CloseCode = closeCode;
    }

    public static StreamMessage Binary { get; } = new(StreamMessageKind.Binary);

    public static StreamMessage TooBig { get; } = new(StreamMessageKind.TooBig);

    public StreamMessageKind Kind { get; }

    /// <summary>The bytes of a message.</summary>
    public byte[]? Json { get; }

    /// <summary>The reason given with a close.</summary>
    public string? CloseReason { get; }

    public int? CloseCode { get; }

    public static StreamMessage FromText(byte[] json) => new(StreamMessageKind.Text, json);

    public static StreamMessage Closed(int? code, string? reason) => new(StreamMessageKind.Closed, closeReason: reason, closeCode: code);
}

internal enum StreamMessageKind
{
    Text,
    Binary,
    TooBig,
    Closed,
}

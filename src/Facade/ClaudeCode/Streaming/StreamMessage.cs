namespace Valentina.ClaudeCode.Streaming;

/// <summary>What one receive brought: a text, or why there is none.</summary>
internal readonly struct StreamMessage
{
    private StreamMessage(StreamMessageKind kind, string? text = null, int? closeCode = null)
    {
        Kind = kind;
        Text = text;
        CloseCode = closeCode;
    }

    public static StreamMessage Binary { get; } = new(StreamMessageKind.Binary);

    public static StreamMessage TooBig { get; } = new(StreamMessageKind.TooBig);

    public StreamMessageKind Kind { get; }

    /// <summary>The text of a message, or the reason given with a close.</summary>
    public string? Text { get; }

    public int? CloseCode { get; }

    public static StreamMessage FromText(string text) => new(StreamMessageKind.Text, text);

    public static StreamMessage Closed(int? code, string? reason) => new(StreamMessageKind.Closed, reason, code);
}

internal enum StreamMessageKind
{
    Text,
    Binary,
    TooBig,
    Closed,
}

namespace Valentina;

/// <summary>One event of a stream that a server sends (<c>text/event-stream</c>).</summary>
public sealed class ServerSentEvent
{
    /// <summary>Creates an event.</summary>
    /// <param name="data">What it says.</param>
    /// <param name="type">Its type.</param>
    /// <param name="id">The id of the last event that had one, this one included; null when there was none.</param>
    public ServerSentEvent(string data, string type = "message", string? id = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(type);
        Data = data;
        Type = type;
        Id = id;
    }

    /// <summary>What the event says, its lines joined with line feeds; often JSON.</summary>
    public string Data { get; }

    /// <summary>The type of the event; <c>message</c> where the server names none.</summary>
    public string Type { get; }

    /// <summary>The id of the last event that had one, this one included; null when there was none.</summary>
    public string? Id { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Type}: {Data}";
}

using System.Text;

namespace Valentina.Raw;

/// <summary>
/// Puts the lines of an event stream together, by the rules of the HTML standard: an event ends with an empty line, one that was cut off
/// is none, a line that begins with a colon is a comment. The time to wait before reconnecting is of no use here: nothing reconnects.
/// </summary>
internal sealed class EventStreamParser
{
    private readonly StringBuilder _data = new();
    private string _type = "";
    private string? _id;
    private bool _hasData;

    /// <summary>Takes one line, without its end.</summary>
    /// <returns>The event that the line ends; null where it ends none.</returns>
    public ServerSentEvent? Take(string line)
    {
        if (line.Length == 0)
        {
            return End();
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? "" : line[(colon + (colon + 1 < line.Length && line[colon + 1] == ' ' ? 2 : 1))..];
        switch (name)
        {
            case "data":
                _data.Append(_hasData ? "\n" : "").Append(value);
                _hasData = true;
                break;
            case "event":
                _type = value;
                break;
            case "id" when !value.Contains('\0', StringComparison.Ordinal):
                _id = value;
                break;
        }

        return null;
    }

    private ServerSentEvent? End()
    {
        var found = _hasData ? new ServerSentEvent(_data.ToString(), _type.Length == 0 ? "message" : _type, _id) : null;
        _data.Clear();
        _type = "";
        _hasData = false;
        return found;
    }
}

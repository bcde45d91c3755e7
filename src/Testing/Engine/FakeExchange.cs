using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>A request on its way through an engine: matched, with its query and body taken apart.</summary>
internal sealed class FakeExchange
{
    private FakeExchange(FakeRequest request, RouteMatch match)
    {
        Request = request;
        Match = match;
        Query = ParseQuery(request.Url.Query);
    }

    public FakeRequest Request { get; }

    public RouteMatch Match { get; }

    public ContractOperation? Operation => Match.Operation;

    public Dictionary<string, IReadOnlyList<string>> Query { get; }

    /// <summary>The JSON body; null when there is none, or none that can be read.</summary>
    public JsonNode? Body { get; private set; }

    /// <summary>Whether the body is JSON, the text <c>null</c> included.</summary>
    public bool HasJson { get; private set; }

    /// <summary>Why the body is no JSON; null when it is, or is empty.</summary>
    public string? BodyError { get; private set; }

    /// <summary>Whether the body is not even text (UTF-8).</summary>
    public bool IsUnreadable { get; private set; }

    public DateTimeOffset At { get; private init; }

    public FakeCall EndpointContext { get; set; } = null!;

    public static FakeExchange Create(FakeRequest request, RouteMatch match, DateTimeOffset at)
    {
        var exchange = new FakeExchange(request, match) { At = at };
        if (match.Operation?.RequestBody is { IsJson: true })
        {
            exchange.ReadJson();
        }

        return exchange;
    }

    public FakeCall Describe(FakeRoute? route, int attempt) => new(route, Request)
    {
        PathValues = Match.Values,
        Query = Query,
        Headers = Redaction.Clean(Request.Headers),
        Body = Redaction.Clean(Body?.DeepClone()),
        Attempt = attempt,
        At = At,
    };

    private static Dictionary<string, IReadOnlyList<string>> ParseQuery(string query)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Unescape(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : Unescape(pair[(equals + 1)..]);
            values[name] = values.TryGetValue(name, out var earlier) ? [.. earlier, value] : [value];
        }

        return values;
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    /// <summary>
    /// What the server says of a text that is no JSON. Where it reads a word (null, true, false) it complains at the word's end.
    /// </summary>
    private static string Fault(ReadOnlySpan<byte> body, int position)
    {
        if (position >= body.Length)
        {
            return "Input data was truncated";
        }

        var start = position;
        while (start > 0 && char.IsAsciiLetter((char)body[start - 1]))
        {
            start--;
        }

        var word = (char)body[start] switch { 'n' or 't' => 4, 'f' => 5, _ => 0 };
        return $"JSON is malformed: invalid character (byte {(word > 0 ? start + word : position)})";
    }

    private void ReadJson()
    {
        if (Request.Body.IsEmpty)
        {
            return;
        }

        if (!JsonBody.IsText(Request.Body.Span))
        {
            IsUnreadable = true;
            return;
        }

        try
        {
            Body = JsonBody.Read(Request.Body, out var loneSurrogate);
            HasJson = loneSurrogate < 0;
            BodyError = HasJson ? null : $"JSON is malformed: invalid utf-16 surrogate pair (byte {loneSurrogate})";
        }
        catch (JsonException ex)
        {
            BodyError = Fault(Request.Body.Span, (int)(ex.BytePositionInLine ?? 0));
        }
    }
}

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Valentina.Conformance.Transcripts;

/// <summary>One exchange with a real server, as recorded on the wire.</summary>
public sealed class RecordedExchange
{
    private static readonly Dictionary<string, IReadOnlyList<RecordedExchange>> Files = [];

    private RecordedExchange(string file, int line, JObject json)
    {
        File = file;
        Line = line;
        OperationId = (string?)json["operationId"];
        Method = (string)json["method"]!;
        PathTemplate = (string?)json["path_template"];
        Path = (string)json["path"]!;
        RequestBody = NullIfNull(json["request_body"]);
        Status = (int)json["status"]!;
        ResponseBody = NullIfNull(json["response_body"]);
        Note = (string?)json["note"];
        RequestHeaders = Headers(json["request_headers"]);
        ResponseHeaders = Headers(json["response_headers"]);
        Query = ReadQuery(json["query"]);
    }

    public string File { get; }

    public int Line { get; }

    public string? OperationId { get; }

    public string Method { get; }

    public string? PathTemplate { get; }

    public string Path { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Query { get; }

    public IReadOnlyDictionary<string, string> RequestHeaders { get; }

    public JToken? RequestBody { get; }

    public int Status { get; }

    public IReadOnlyDictionary<string, string> ResponseHeaders { get; }

    public JToken? ResponseBody { get; }

    public string? Note { get; }

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The files of an uploaded form, by part name; null where the request was no form.</summary>
    public JObject? Multipart => RequestBody is JObject body ? body["multipart"] as JObject : null;

    /// <summary>Every exchange of <c>tests/transcripts/{name}.jsonl</c>.</summary>
    public static IReadOnlyList<RecordedExchange> Load(string name)
    {
        lock (Files)
        {
            if (!Files.TryGetValue(name, out var exchanges))
            {
                exchanges = [.. TranscriptLines.Read(name).Select((text, index) => new RecordedExchange(name, index + 1, Parse(text)))];
                Files[name] = exchanges;
            }

            return exchanges;
        }
    }

    public override string ToString() => $"{File}.jsonl:{Line} {Method} {OperationId ?? Path} {Status}{(Note is null ? "" : $" ({Note})")}";

    private static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double
        };
        return JObject.Load(reader);
    }

    private static JToken? NullIfNull(JToken? token) => token is null or { Type: JTokenType.Null } ? null : token;

    private static Dictionary<string, string> Headers(JToken? token)
        => (token as JObject)?.Properties().ToDictionary(p => p.Name, p => (string)p.Value!, StringComparer.OrdinalIgnoreCase)
           ?? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    private static List<KeyValuePair<string, string>> ReadQuery(JToken? token) => token switch
    {
        JObject map => [.. map.Properties().SelectMany(p => Values(p.Value).Select(v => KeyValuePair.Create(p.Name, v)))],
        JArray pairs => [.. pairs.Select(p => KeyValuePair.Create((string)p[0]!, Text(p[1]!)))],
        _ => [],
    };

    private static IEnumerable<string> Values(JToken value) => value is JArray list ? list.Select(Text) : [Text(value)];

    private static string Text(JToken value) => value.Type switch
    {
        JTokenType.Boolean => (bool)value ? "true" : "false",
        _ => ((JValue)value).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}

using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Overlay.Support;

/// <summary>One recorded exchange with a real server.</summary>
internal sealed record Recording(JsonObject Line)
{
    public string OperationId => (string?)Line["operationId"] ?? "";

    public string Path => (string)Line["path"]!;

    public int Status => (int)Line["status"]!;

    public string Note => (string?)Line["note"] ?? "";

    public JsonNode? RequestBody => Line["request_body"];

    public JsonNode? Body => Line["response_body"];

    public string Detail => (Body as JsonObject)?["detail"] is JsonValue text ? (string)text! : "";

    public string? RequestHeader(string name) => (string?)Line["request_headers"]?[name];

    public string? ResponseHeader(string name) => (string?)Line["response_headers"]?[name];

    public string MediaType => (ResponseHeader("content-type") ?? "").Split(';')[0];

    /// <summary>
    /// Whether the request body was JSON of an ordinary shape, not a file, a broken text or an abbreviation of the recording.
    /// </summary>
    public bool HasJsonBody => RequestBody is JsonArray
        || (RequestBody is JsonObject body
            && !body.ContainsKey("raw")
            && !body.ContainsKey("omitted_bytes")
            && !body.ContainsKey("multipart"));

    public override string ToString() => $"{OperationId} {Status} {Note}";
}

/// <summary>The recorded exchanges.</summary>
internal static class Recordings
{
    public static IReadOnlyList<Recording> Noir { get; } = Read("valentina");

    public static IReadOnlyList<Recording> ClaudeCode { get; } = Read("claude");

    public static IReadOnlyList<Recording> Of(string api) => api == "valentina" ? Noir : ClaudeCode;

    public static IReadOnlyList<Recording> OfOperation(this IReadOnlyList<Recording> all, string id)
        => [.. all.Where(recording => recording.OperationId == id)];

    public static IEnumerable<Recording> Successes(this IEnumerable<Recording> all) => all.Where(recording => recording.Status < 300);

    public static IEnumerable<Recording> Failures(this IEnumerable<Recording> all) => all.Where(recording => recording.Status >= 400);

    private static IReadOnlyList<Recording> Read(string file)
        => [.. TranscriptLines.Read(file).Select(line => new Recording(JsonNode.Parse(line)!.AsObject()))];
}

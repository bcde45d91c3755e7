using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Valentina.Client.Tests.Connection;

/// <summary>The exchanges recorded with the real servers.</summary>
internal static class Transcripts
{
    public static IEnumerable<RecordedExchange> Read(string name)
        => TranscriptLines.Read(name).Select((line, index) => new RecordedExchange(name, index + 1, JsonNode.Parse(line)!.AsObject()));

    /// <summary>Every recorded answer that is no success.</summary>
    public static IEnumerable<RecordedExchange> Failures(string name) => Read(name).Where(exchange => exchange.Status >= 300);
}

/// <summary>One recorded exchange.</summary>
internal sealed class RecordedExchange(string file, int line, JsonObject json)
{
    public int Line { get; } = line;

    public string OperationId => (string?)json["operationId"] ?? "unknown";

    public string Method => (string)json["method"]!;

    public int Status => (int?)json["status"] ?? 0;

    public string? Note => (string?)json["note"];

    public JsonNode? Body => json["response_body"];

    public string? Text(string member)
        => Body is JsonObject body && body[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public string? Header(string name) => (string?)(json["response_headers"] as JsonObject)?[name];

    public string BodyText => Body switch
    {
        null => "",
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonNode node => node.ToJsonString(),
    };

    public HttpResponseMessage Answer()
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(BodyText)) };
        foreach (var (name, value) in json["response_headers"]!.AsObject())
        {
            if (name is "content-encoding" or "content-length")
            {
                continue;
            }

            if (!response.Headers.TryAddWithoutValidation(name, (string?)value))
            {
                response.Content.Headers.TryAddWithoutValidation(name, (string?)value);
            }
        }

        return response;
    }

    public override string ToString() => $"{file}.jsonl:{Line} {OperationId} {Status} {Note}";
}

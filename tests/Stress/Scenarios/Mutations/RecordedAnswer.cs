using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.Conformance.Raw;
using Valentina.Conformance.Transcripts;

namespace Valentina.Stress.Scenarios.Mutations;

/// <summary>What a real server answered, and the typed calls that it answers.</summary>
internal sealed class RecordedAnswer
{
    public required string Name { get; init; }

    public required bool IsClaude { get; init; }

    public required RawCall Async { get; init; }

    public required RawCall Sync { get; init; }

    public required int Status { get; init; }

    public required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>All that the typed clients can ask for.</summary>
    public static IReadOnlyList<RecordedAnswer> Load() => [.. Load("valentina", RawApi.Valentina), .. Load("claude", RawApi.ClaudeCode)];

    /// <summary>The messages of each recorded stream.</summary>
    public static IReadOnlyList<(bool IsTask, byte[][] Messages)> Streams()
        => [.. TranscriptLines.Read("claude-ws").Select(JObject.Parse).Select(one => (
            one["events"]!.Any(step => step["data"] is JObject data && (string?)data["type"] == "agentic_task"),
            one["events"]!
                .Where(step => (string?)step["dir"] == "recv" && step["data"] is JObject)
                .Select(step => Encoding.UTF8.GetBytes(step["data"]!.ToString(Formatting.None)))
                .ToArray()))
            .Where(one => one.Item2.Length > 0)];

    private static IEnumerable<RecordedAnswer> Load(string file, RawApi api)
    {
        foreach (var exchange in RecordedExchange.Load(file))
        {
            if (RawCall.Bind(exchange, api, null, synchronous: false).Call is { } later
                && RawCall.Bind(exchange, api, null, synchronous: true).Call is { } now)
            {
                yield return new RecordedAnswer
                {
                    Name = exchange.ToString(),
                    IsClaude = file == "claude",
                    Async = later,
                    Sync = now,
                    Status = exchange.Status,
                    Headers = [.. exchange.ResponseHeaders.Where(header => header.Key is not ("content-encoding" or "content-length"))],
                    Body = BytesOf(exchange),
                };
            }
        }
    }

    private static byte[] BytesOf(RecordedExchange exchange) => exchange.ResponseBody switch
    {
        null => [],
        JObject binary when binary["first_bytes_hex"] is { } hex => Convert.FromHexString((string)hex!),
        var body => Encoding.UTF8.GetBytes(body.ToString(Formatting.None)),
    };
}

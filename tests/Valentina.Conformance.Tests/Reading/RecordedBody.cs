using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.Conformance.Raw;
using Valentina.Conformance.Transcripts;

namespace Valentina.Conformance.Tests.Reading;

/// <summary>A body that a real server sent, and what reads it.</summary>
internal sealed record RecordedBody(string Name, AnswerReader Reader, byte[] Bytes)
{
    private static readonly Lazy<IReadOnlyList<RecordedBody>> Everything = new(
        static () => [.. Load("valentina", RawApi.Valentina), .. Load("claude", RawApi.ClaudeCode)]);

    /// <summary>Every success that has one.</summary>
    public static IReadOnlyList<RecordedBody> All => Everything.Value;

    private static IEnumerable<RecordedBody> Load(string file, RawApi api)
    {
        var readers = new Dictionary<string, AnswerReader?>();
        foreach (var exchange in RecordedExchange.Load(file))
        {
            if (!exchange.IsSuccess || exchange.OperationId is not { } operation || exchange.ResponseBody is not { } body
                || (body as JObject)?["first_bytes_hex"] is not null)
            {
                continue;
            }

            if (!readers.TryGetValue(operation, out var reader))
            {
                readers[operation] = reader = AnswerReader.Of(api, operation);
            }

            if (reader is not null)
            {
                yield return new RecordedBody(exchange.ToString(), reader, Encoding.UTF8.GetBytes(body.ToString(Formatting.None)));
            }
        }
    }
}

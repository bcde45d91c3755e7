using System.Text.Json.Nodes;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>One run of the model: what was asked, what it said, what it cost, how long it took.</summary>
internal sealed record ModelRun(FakeReply Reply, string Prompt, string Model, string Text, long Input, long Output, double Cost)
{
    /// <summary>Whether the service asked the provider itself, without the tool.</summary>
    public bool IsDirect { get; init; }

    public long Tokens => Input + Output;

    public TimeSpan Time => Reply.Delay;

    public FakeModelFault? Fault => Reply.Fault;

    public JsonObject Usage() => new() { ["input_tokens"] = Input, ["output_tokens"] = Output, ["total_tokens"] = Tokens };

    /// <summary>What the stream sends: the pieces of the script, or about twenty equal ones.</summary>
    public IEnumerable<string> Pieces()
    {
        if (Reply.Pieces is { } pieces)
        {
            foreach (var piece in pieces)
            {
                yield return piece;
            }

            yield break;
        }

        var size = Math.Max(1, Text.Length / 20);
        for (var start = 0; start < Text.Length; start += size)
        {
            yield return Text.Substring(start, Math.Min(size, Text.Length - start));
        }
    }
}

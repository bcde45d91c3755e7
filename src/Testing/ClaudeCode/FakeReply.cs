using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Engine;

namespace Valentina.Testing;

/// <summary>
/// What the model answers to certain prompts, wherever they come in: completion, batch, process, task or stream. Of several replies that
/// fit, one that fits the last thing said answers before one that fits only what was said earlier, then the one with the longest text to
/// look for; of equals, the latest.
/// </summary>
public sealed class FakeReply
{
    private readonly object _gate = new();
    private int _used;

    internal FakeReply(string? containing) => Containing = containing;

    /// <summary>What a prompt must contain; null for any.</summary>
    public string? Containing { get; }

    internal string? Text { get; private set; }

    internal IReadOnlyList<string>? Pieces { get; private set; }

    internal (long Input, long Output)? Usage { get; private set; }

    internal double? Cost { get; private set; }

    internal TimeSpan Delay { get; private set; }

    internal TimeSpan? PieceDelay { get; private set; }

    internal FakeModelFault? Fault { get; private set; }

    internal string? FaultWords { get; private set; }

    internal TimeSpan? RetryAfter { get; private set; }

    internal int? ExitCode { get; private set; }

    internal List<JsonObject> ToolCalls { get; } = [];

    internal List<(string Path, long Size)> Files { get; } = [];

    internal List<(string Action, JsonObject Details)> Steps { get; } = [];

    internal FakeStreamEnd? StreamEnd { get; private set; }

    private int? Limit { get; set; }

    /// <summary>Answers with a text. A stream cuts it into about twenty pieces, as the real service does.</summary>
    public FakeReply Replies(string text) => Change(() => (Text, Pieces) = (text, null));

    /// <summary>Answers with a text that a stream sends in these pieces.</summary>
    public FakeReply RepliesInPieces(params string[] pieces) => Change(() => (Text, Pieces) = (string.Concat(pieces), [.. pieces]));

    /// <summary>Says how many tokens the run used; counted from the texts when left out.</summary>
    public FakeReply Uses(long inputTokens, long outputTokens) => Change(() => Usage = (inputTokens, outputTokens));

    /// <summary>Says what the run cost, in US dollars; by the model's price when left out.</summary>
    public FakeReply Costs(double cost) => Change(() => Cost = cost);

    /// <summary>The run takes so long, on the fake's clock. Longer than the request allows, it is cut off as by the real service.</summary>
    public FakeReply Takes(TimeSpan time) => Change(() => Delay = time);

    /// <summary>The time between two pieces of a stream, on the fake's clock.</summary>
    public FakeReply PieceEvery(TimeSpan time) => Change(() => PieceDelay = time);

    /// <summary>
    /// Asks for a tool of the caller to be called. Needs <see cref="FakeClaudeCodeOptions.PassesTools"/>, and tools in the request. It does
    /// not ask again when the result is the last thing said: then another reply answers, one that fits the result first of all, such as
    /// <c>fake.OnPrompt("rain").Replies("Take an umbrella.")</c> for a result that says "rain over Oslo".
    /// </summary>
    /// <param name="tool">The name of the tool.</param>
    /// <param name="arguments">Its arguments, a plain object.</param>
    public FakeReply AsksFor(string tool, object? arguments = null) => Change(() => ToolCalls.Add(new JsonObject
    {
        ["id"] = $"toolu_{ToolCalls.Count + 1:00}",
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = tool, ["arguments"] = ModelJson.Node(arguments)?.ToJsonString() ?? "{}" },
    }));

    /// <summary>A task leaves a file behind.</summary>
    public FakeReply Makes(string path, long sizeBytes) => Change(() => Files.Add((path, sizeBytes)));

    /// <summary>A task takes a step, which stands in its log before the last.</summary>
    public FakeReply Does(string action, object? details = null)
        => Change(() => Steps.Add((action, ModelJson.Node(details) as JsonObject ?? [])));

    /// <summary>
    /// The run fails. As in the real service, kind and wait are told of completions, batches and <c>process</c> alone: a task fails with
    /// 500, and a stream with the text of an error, whatever the fault.
    /// </summary>
    /// <param name="fault">How.</param>
    /// <param name="words">What the tool behind the service says; the usual words when left out.</param>
    /// <param name="retryAfter">How long to wait, if the service says so; it says whole seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The wait is negative.</exception>
    public FakeReply Fails(FakeModelFault fault, string? words = null, TimeSpan? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter ?? TimeSpan.Zero, TimeSpan.Zero, nameof(retryAfter));
        return Change(() => (Fault, FaultWords, RetryAfter, ExitCode) = (fault, words, retryAfter, null));
    }

    /// <summary>
    /// The tool behind the service ends with an error. As in the real service, status and category follow from what it says:
    /// <c>rate limit</c>, <c>overloaded</c>, <c>unauthorized</c>, <c>timed out</c>, <c>internal server error</c>, or anything else.
    /// </summary>
    /// <param name="code">Its exit code, which is not zero.</param>
    /// <param name="errorOutput">What it says.</param>
    public FakeReply Exits(int code, string errorOutput)
    {
        ArgumentNullException.ThrowIfNull(errorOutput);
        ArgumentOutOfRangeException.ThrowIfZero(code);
        return Change(() => (Fault, FaultWords, RetryAfter, ExitCode) = (
            ModelFaults.Of(errorOutput), ModelFaults.ToolWords(code, errorOutput + "\n"), null, code));
    }

    /// <summary>A stream breaks off without a close frame, as when the service crashes.</summary>
    /// <param name="pieces">How many pieces come before.</param>
    public FakeReply CutsStream(int pieces) => Change(() => StreamEnd = new(pieces, FakeStreamEndKind.Cut));

    /// <summary>The service closes the socket in the middle of a stream.</summary>
    /// <param name="pieces">How many pieces come before.</param>
    /// <param name="code">The close code; 1012 means that the service restarts.</param>
    public FakeReply ClosesStream(int pieces, int code = 1012)
        => Change(() => StreamEnd = new(pieces, FakeStreamEndKind.Close) { Code = code });

    /// <summary>A stream sends something that is none of its messages, and goes on.</summary>
    /// <param name="pieces">How many pieces come before.</param>
    /// <param name="message">What is sent.</param>
    public FakeReply SendsInStream(int pieces, string message)
        => Change(() => StreamEnd = new(pieces, FakeStreamEndKind.Text) { Message = message });

    /// <summary>It answers so often, then others do; for ever when left out.</summary>
    public FakeReply Times(int times)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(times);
        return Change(() => Limit = times);
    }

    internal bool Fits(string prompt)
    {
        lock (_gate)
        {
            return !(_used >= Limit) && (Containing is null || prompt.Contains(Containing, StringComparison.OrdinalIgnoreCase));
        }
    }

    /// <summary>Whether it asks for nothing but what was just answered; a model does not ask for the same twice.</summary>
    internal bool HasBeenAnswered(IReadOnlyList<JsonObject> calls)
    {
        lock (_gate)
        {
            return ToolCalls.Count > 0 && ToolCalls.TrueForAll(asked => calls.Any(call => AreSame(asked, call)));
        }
    }

    internal void Use()
    {
        lock (_gate)
        {
            _used++;
        }
    }

    private static bool AreSame(JsonObject one, JsonObject other)
        => other["function"] is JsonObject function
            && JsonNode.DeepEquals(one["function"]!["name"], function["name"])
            && Arguments(function) is { } given
            && JsonNode.DeepEquals(Arguments((JsonObject)one["function"]!), given);

    private static JsonNode? Arguments(JsonObject function)
    {
        try
        {
            return function["arguments"] is JsonValue value && value.TryGetValue<string>(out var text) ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private FakeReply Change(Action change)
    {
        lock (_gate)
        {
            change();
        }

        return this;
    }
}

/// <summary>What befalls a stream, and after how many pieces.</summary>
/// <param name="Pieces">How many pieces come before.</param>
/// <param name="Kind">What happens.</param>
internal sealed record FakeStreamEnd(int Pieces, FakeStreamEndKind Kind)
{
    public int Code { get; init; }

    public string Message { get; init; } = "";
}

internal enum FakeStreamEndKind
{
    Cut,
    Close,
    Text,
}

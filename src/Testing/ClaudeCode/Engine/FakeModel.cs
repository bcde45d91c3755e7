using System.Text.Json.Nodes;

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>Stands for the model behind the service: finds the reply to a prompt, counts its tokens and prices them.</summary>
internal sealed class FakeModel
{
    private readonly object _gate = new();
    private readonly List<FakeReply> _replies = [];
    private readonly List<FakePrompt> _prompts = [];

    public IReadOnlyList<FakePrompt> Prompts
    {
        get
        {
            lock (_gate)
            {
                return [.. _prompts];
            }
        }
    }

    public FakeReply On(string? containing)
    {
        var reply = new FakeReply(containing);
        lock (_gate)
        {
            _replies.Add(reply);
        }

        return reply;
    }

    public void Reset()
    {
        lock (_gate)
        {
            _replies.Clear();
            _prompts.Clear();
        }
    }

    /// <summary>Runs the model. A reply that fits the last thing said goes before one that fits only what was said earlier.</summary>
    public ModelRun Run(ModelCall call)
    {
        var (prompt, model) = (call.Prompt, call.Model);
        var last = call.Last ?? prompt;
        FakeReply? reply = null;
        var best = -1;
        int Rank(FakeReply candidate) => candidate.Containing is not { } text ? 0
            : last.Contains(text, StringComparison.OrdinalIgnoreCase) ? text.Length + prompt.Length
            : text.Length;

        lock (_gate)
        {
            _prompts.Add(new FakePrompt(prompt, model, call.Project, call.IsStream) { MaxTokens = call.MaxTokens });
            foreach (var candidate in _replies)
            {
                if (candidate.Fits(prompt) && !candidate.HasBeenAnswered(call.AnsweredCalls) && Rank(candidate) >= best)
                {
                    reply = candidate;
                    best = Rank(candidate);
                }
            }

            reply?.Use();
        }

        reply ??= new FakeReply(null);
        var text = reply.Text ?? (reply.ToolCalls.Count > 0 ? "" : $"Echo: {prompt}");
        var (input, output) = reply.Usage ?? (Count(prompt), Count(text));
        return new ModelRun(reply, prompt, model, text, input, output, reply.Cost ?? Price(model, input, output))
        {
            IsDirect = call.IsDirect,
        };
    }

    /// <summary>A token is about four characters.</summary>
    public static int Count(string text) => text.Length == 0 ? 0 : Math.Max(1, (text.Length + 3) / 4);

    /// <summary>The real service's prices, in US dollars; a name it does not know costs nothing.</summary>
    public static double Price(string model, long input, long output)
    {
        var (perInput, perOutput) = model switch
        {
            "haiku" => (0.25, 1.25),
            "sonnet" => (3.0, 15.0),
            "opus" => (15.0, 75.0),
            _ => (0.0, 0.0),
        };
        return ((input * perInput) + (output * perOutput)) / 1_000_000;
    }
}

/// <summary>What the model is asked.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="Model">The model that is to answer.</param>
/// <param name="Project">The project the run is booked on.</param>
internal sealed record ModelCall(string Prompt, string Model, string Project)
{
    /// <summary>What was said last, where the prompt is a conversation.</summary>
    public string? Last { get; init; }

    /// <summary>The calls of tools whose results were said last.</summary>
    public IReadOnlyList<JsonObject> AnsweredCalls { get; init; } = [];

    public bool IsStream { get; init; }

    /// <summary>Whether the service asks the provider itself, without the tool.</summary>
    public bool IsDirect { get; init; }

    public long? MaxTokens { get; init; }
}

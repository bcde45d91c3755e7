using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Engine;
using Valentina.Testing.ClaudeCode.Validation;

namespace Valentina.Testing.ClaudeCode.Sockets;

/// <summary>What the real service does about each message on its stream, whoever carries the bytes.</summary>
internal sealed class StreamConversation(ClaudeServer server, Action<JsonObject> log) : ISocketConversation
{
    private static readonly string[] Models = ["haiku", "sonnet", "opus"];

    /// <summary>What is taken from a task's message, and what stands for it when it is left out.</summary>
    private static readonly Dictionary<string, string> TaskMembers = new(StringComparer.Ordinal)
    {
        ["description"] = "null",
        ["allow_tools"] = "[]",
        ["allow_agents"] = "[]",
        ["allow_skills"] = "[]",
        ["timeout"] = "300",
        ["max_cost"] = "1.0",
    };

    /// <summary>Answers a message. What goes wrong meanwhile ends the connection, as it does in the real service.</summary>
    public IEnumerable<SocketStep> OnText(string message)
    {
        try
        {
            return Guarded(Read(message).GetEnumerator());
        }
        catch (Exception ex) when (IsWrongType(ex))
        {
            return Broken(WrongType);
        }
    }

    public IEnumerable<SocketStep> OnBinary() => Broken("'text'");

    private const string WrongType = "a member is of the wrong type";

    /// <summary>What reading a member as what it is not throws; the real service's models and arithmetic refuse it likewise.</summary>
    private static bool IsWrongType(Exception ex)
        => ex is InvalidOperationException or FormatException or OverflowException or ArgumentException;

    private static IEnumerable<SocketStep> Guarded(IEnumerator<SocketStep> answer)
    {
        while (true)
        {
            bool? isMore = null;
            try
            {
                isMore = answer.MoveNext();
            }
            catch (Exception ex) when (IsWrongType(ex))
            {
                // An iterator cannot yield from here.
            }

            if (isMore is null)
            {
                foreach (var step in Broken(WrongType))
                {
                    yield return step;
                }
            }

            if (isMore is not true)
            {
                yield break;
            }

            yield return answer.Current;
        }
    }

    private IEnumerable<SocketStep> Read(string message)
    {
        JsonNode? node;
        try
        {
            node = JsonBody.Read(Encoding.UTF8.GetBytes(message), out var loneSurrogate);
            if (loneSurrogate >= 0)
            {
                return [Error("Invalid JSON format")];
            }
        }
        catch (JsonException)
        {
            return [Error("Invalid JSON format")];
        }

        if (node is not JsonObject request)
        {
            return Broken(NoGetter(node));
        }

        log(request);
        return PythonText.Str(request["type"]) switch
        {
            "chat" => Chat(request),
            "agentic_task" => Task(request),
            var type => [Error($"Unknown message type: {type}")],
        };
    }

    /// <summary>What the service stumbles over where it looks for a member of what is no object.</summary>
    private static string NoGetter(JsonNode? value) => $"'{PythonText.TypeName(value)}' object has no attribute 'get'";

    private static SocketStep Error(string text, TimeSpan delay = default)
        => Send(new JsonObject { ["type"] = "error", ["error"] = text }, delay);

    private static SocketStep[] Broken(string text) => [Error($"Server error: {text}"), SocketStep.Drop()];

    private static SocketStep Send(JsonObject message, TimeSpan delay = default) => SocketStep.Json(message, delay);

    private IEnumerable<SocketStep> Chat(JsonObject request)
    {
        if (!PythonText.IsTrue(request["messages"]))
        {
            return [Error("No messages provided")];
        }

        // Null is a model too, and an unknown one.
        var model = request.TryGetPropertyValue("model", out var named) ? PythonText.Str(named) : "sonnet";
        if (!Models.Contains(model))
        {
            return [Error($"Invalid model: {model}. Must be haiku, sonnet, or opus")];
        }

        if (Unspeakable(request["messages"]!) is { } fault)
        {
            return Broken(fault);
        }

        var messages = (JsonArray)request["messages"]!;
        var project = request.ContainsKey("project_id") ? (string?)request["project_id"] : "default";
        if (project is not null && !server.Ledger.Allows(project, 2L * PythonText.Words(Conversation.Full(messages))))
        {
            return [Error($"Budget exceeded for project {project}")];
        }

        var run = server.Run(new ModelCall(Conversation.Text(messages), model, project ?? "")
        {
            IsStream = true, Last = Conversation.LastSaid(messages),
        });
        return run.Fault is not null ? [Error($"Streaming error: {Failure(run)}", run.Time)] : Answer(run, project);
    }

    /// <summary>Why messages are none: they are no list of objects.</summary>
    private static string? Unspeakable(JsonNode messages) => messages switch
    {
        JsonArray list when list.Any(static one => one is not JsonObject) => NoGetter(list.First(static one => one is not JsonObject)),
        JsonArray list when list.Any(static one => one!["role"] is { } role && role.GetValueKind() != JsonValueKind.String) => WrongType,
        JsonArray => null,
        JsonObject => "'str' object has no attribute 'get'",
        _ when messages.GetValueKind() == JsonValueKind.String => NoGetter(messages),
        _ => $"'{PythonText.TypeName(messages)}' object is not iterable",
    };

    /// <summary>A stream tells the exit code only, and output that is none in words of its own.</summary>
    private static string Failure(ModelRun run)
        => run.Reply is { FaultWords: { } words, ExitCode: null } ? words
            : run.Fault == FakeModelFault.Unreadable ? "Failed to parse Claude CLI output: Expecting value: line 1 column 1 (char 0)"
            : FormattableString.Invariant($"Claude CLI exited with code {ModelFaults.ExitCode(run)}");

    private IEnumerable<SocketStep> Answer(ModelRun run, string? project)
    {
        var delay = run.Time;
        var every = run.Reply.PieceDelay ?? server.Options.PieceDelay;
        var end = run.Reply.StreamEnd;
        var sent = 0;
        foreach (var piece in run.Pieces())
        {
            if (end is not null && sent == end.Pieces)
            {
                yield return Step(end, delay);
                if (end.Kind != FakeStreamEndKind.Text)
                {
                    yield break;
                }

                end = null;
            }

            yield return Send(new JsonObject { ["type"] = "token", ["content"] = piece }, delay);
            delay = every;
            sent++;
        }

        if (end is not null)
        {
            yield return Step(end, delay);
        }

        if (project is not null)
        {
            server.Ledger.Book(project, run);
        }

        yield return Send(
            new JsonObject
            {
                ["type"] = "done", ["usage"] = run.Usage(), ["cost"] = PythonText.Number(run.Cost), ["model"] = run.Model
            },
            delay);
        if (project is null)
        {
            // The answer is through by then; it only cannot be booked.
            yield return Error("Streaming error: NOT NULL constraint failed: usage_log.project_id");
        }
    }

    private static SocketStep Step(FakeStreamEnd end, TimeSpan delay) => end.Kind switch
    {
        FakeStreamEndKind.Cut => SocketStep.Drop(delay),
        FakeStreamEndKind.Close => SocketStep.Close(end.Code, delay),
        _ => SocketStep.Text(end.Message, delay),
    };

    private IEnumerable<SocketStep> Task(JsonObject request)
    {
        if (!PythonText.IsTrue(request["api_key"]))
        {
            return [Error("api_key required for agentic tasks")];
        }

        if (request["timeout"] is { } timeout
            && timeout.GetValueKind() == JsonValueKind.Number
            && Math.Abs((double)timeout) > long.MaxValue)
        {
            return Broken(WrongType);
        }

        var task = new JsonObject();
        foreach (var (member, fallback) in TaskMembers)
        {
            task[member] = request.TryGetPropertyValue(member, out var sent) ? sent?.DeepClone() : JsonNode.Parse(fallback);
        }

        foreach (var member in TaskMembers.Keys.Where(static name => name.StartsWith("allow_", StringComparison.Ordinal)))
        {
            if (PythonText.IsTrue(task[member]) && task[member] is not JsonArray)
            {
                return Broken($"'{PythonText.TypeName(task[member])}' object is not iterable");
            }
        }

        // As the real service: whether the key is known or revoked is not looked at, only whether it has a profile.
        if (TaskPermissions.Denied(task, server.FindKey((string?)request["api_key"])?.Profile) is { } denial)
        {
            return [Error($"Permission denied: {denial}")];
        }

        var faults = new List<FieldFault>();
        var read = RequestModels.Published.Value.Body("/v1/task")!.Read(task, [], faults);
        return faults.Count > 0 ? Broken(FieldFault.Words("AgenticTaskRequest", faults)) : Run((JsonObject)read!);
    }

    private IEnumerable<SocketStep> Run(JsonObject task)
    {
        yield return Send(new JsonObject { ["type"] = "thinking", ["content"] = "Starting task execution..." });
        var (result, error, time) = server.Tasks.Run(task, isStream: true);
        if (error is not null)
        {
            yield return Error($"Task execution error: {error}", time);
            yield break;
        }

        result.Remove("task_id");
        var message = new JsonObject { ["type"] = "result" };
        foreach (var (name, value) in result)
        {
            message[name] = value?.DeepClone();
        }

        yield return Send(message, time);
    }
}

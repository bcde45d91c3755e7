using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.Testing.ClaudeCode.Engine;

namespace Valentina.Testing.ClaudeCode.Sockets;

/// <summary>What the real service does about each message on its stream, whoever carries the bytes.</summary>
internal sealed class StreamConversation(ClaudeServer server, Action<JsonObject> log) : ISocketConversation
{
    private static readonly string[] Models = ["haiku", "sonnet", "opus"];

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

    public IEnumerable<SocketStep> OnBinary() => Broken("a binary message");

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

        if (node is not JsonObject question)
        {
            return Broken($"'{(node is null ? "NoneType" : node.GetValueKind() == JsonValueKind.String ? "str" : "list")}' object has no attribute 'get'");
        }

        log(question);
        return Words(question["type"]) switch
        {
            "chat" => Chat(question),
            "agentic_task" => Task(question),
            var type => [Error($"Unknown message type: {type}")],
        };
    }

    /// <summary>A value as the service's messages show it.</summary>
    private static string Words(JsonNode? value)
        => value is null ? "None" : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static SocketStep Error(string text, TimeSpan delay = default)
        => Send(new JsonObject { ["type"] = "error", ["error"] = text }, delay);

    private static SocketStep[] Broken(string text) => [Error($"Server error: {text}"), SocketStep.Drop()];

    private static SocketStep Send(JsonObject message, TimeSpan delay = default) => SocketStep.Json(message, delay);

    private IEnumerable<SocketStep> Chat(JsonObject question)
    {
        if (question["messages"] is not null and not JsonArray
            || (question["messages"] as JsonArray)?.Any(static message => message is not JsonObject) == true)
        {
            return Broken("'str' object has no attribute 'get'");
        }

        if (question["messages"] is not JsonArray { Count: > 0 } messages)
        {
            return [Error("No messages provided")];
        }

        var model = question["model"] is { } named ? Words(named) : "sonnet";
        if (!Models.Contains(model))
        {
            return [Error($"Invalid model: {model}. Must be one of: {string.Join(", ", Models)}")];
        }

        var project = (string?)question["project_id"] ?? "default";
        var prompt = Completions.Conversation(messages);
        if (!server.Ledger.Allows(project, prompt))
        {
            return [Error($"Budget exceeded for project {project}")];
        }

        var run = server.Model.Run(prompt, model, project, isStream: true, Completions.LastSaid(messages));
        if (run.Fault is { } fault)
        {
            var words = run.Reply.FaultWords
                ?? (fault == FakeModelFault.Unreadable ? ClaudeProblem.Words(run) : "Claude CLI exited with code 1");
            return [Error($"Streaming error: {words}", run.Time)];
        }

        server.Ledger.Book(project, run);
        return Answer(run);
    }

    private IEnumerable<SocketStep> Answer(ModelRun run)
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

        yield return Send(new JsonObject { ["type"] = "done", ["usage"] = run.Usage(), ["cost"] = run.Cost, ["model"] = run.Model }, delay);
    }

    private static SocketStep Step(FakeStreamEnd end, TimeSpan delay) => end.Kind switch
    {
        FakeStreamEndKind.Cut => SocketStep.Drop(delay),
        FakeStreamEndKind.Close => SocketStep.Close(end.Code, delay),
        _ => SocketStep.Text(end.Message, delay),
    };

    private IEnumerable<SocketStep> Task(JsonObject question)
    {
        if ((string?)question["api_key"] is not { Length: > 0 } apiKey)
        {
            return [Error("api_key required for agentic tasks")];
        }

        // As the real service: whether the key is known or revoked is not looked at, only whether it has a profile.
        if (AgenticTasks.Denied(question, server.FindKey(apiKey)?.Profile) is { } denial)
        {
            return [Error($"Permission denied: {denial}")];
        }

        return question["description"] is null ? Broken("1 validation error for AgenticTaskRequest") : Run(question);
    }

    private IEnumerable<SocketStep> Run(JsonObject question)
    {
        yield return Send(new JsonObject { ["type"] = "thinking", ["content"] = "Starting task execution..." });
        var (result, error, time) = server.Tasks.Run(question, "default", isStream: true);
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

using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>Every recorded socket session with the real service, through the client, asynchronously and synchronously.</summary>
public sealed class RecordedSessionTests
{
    /// <summary>Requests the SDK has no words for. What the service said is replayed to another request.</summary>
    private static readonly string[] Unsayable =
    [
        "agentic denied: no api_key", "agentic denied: timeout above profile", "invalid JSON", "unknown type", "type missing",
        "no messages",
        "messages absent", "JSON string", "JSON null", "messages is a string", "agentic without description",
        "agentic with empty description",
        "agentic: text that is no API key but has a profile", "agentic denied: unknown key", "large request 200 kB",
    ];

    public static TheoryData<string, int, bool> All
    {
        get
        {
            var data = new TheoryData<string, int, bool>();
            for (var index = 0; index < Recording.Sessions.Count; index++)
            {
                var name = (string)Recording.Sessions[index]["scenario"]!;
                data.Add(name, index, true);
                data.Add(name, index, false);
            }

            return data;
        }
    }

    [Fact]
    public void The_recording_is_whole() => Recording.Sessions.Should().HaveCount(42);

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_session_is_replayed(string scenario, int index, bool synchronous)
    {
        var session = Recording.Sessions[index];
        var clock = new FakeClock();
        var service = new RecordedSocket(session, clock);
        using var client = new ClaudeCodeClient(
            new ClaudeCodeOptions { BaseUrl = "http://127.0.0.1:8006", ApiKey = "REDACTED_API_KEY", MaxRetries = 0 },
            service,
            timeProvider: clock);
        await using var line = client.OpenStreamSession();
        var expected = new Queue<JObject>(
            session["events"]!.Where(static one => (string?)one["dir"] == "recv").Select(static one => (JObject)one["data"]!));
        var requests = session["events"]!.Where(static one => (string?)one["dir"] == "send").Select(static one => (JObject)one["data"]!)
            .ToList();
        var breaksOffAt = session["events"]!.Any(static one => (string?)one["dir"] == "close") ? expected.Count : (int?)null;

        if (scenario == "wrong path")
        {
            (await Record.ExceptionAsync(() => ReadAsync(line, new JObject { ["type"] = "chat" }, scenario, synchronous, null)))
                .Should().BeOfType<ApiException>().Which.Message.Should().Contain("check the base URL");
            return;
        }

        foreach (var request in requests)
        {
            var events = new List<StreamEvent>();
            var exception = await Record.ExceptionAsync(() => ReadAsync(line, request, scenario, synchronous, events, breaksOffAt));
            CheckEvents(expected, events);
            CheckEnd(session, expected, exception, events.LastOrDefault());
        }

        expected.Should().BeEmpty("everything recorded was read");
        if (breaksOffAt is not null && requests.Count > 0)
        {
            service.Connection!.ClientClosed.Should().Be(1000, "leaving early closes the socket properly");
        }

        if (!Unsayable.Contains(scenario))
        {
            service.Requests.Should().HaveSameCount(requests);
            requests.Zip(service.Requests).SelectMany(static pair => SessionComparison.Missing(pair.First, pair.Second))
                .Should().BeEmpty();
        }
    }

    private static void CheckEvents(Queue<JObject> expected, List<StreamEvent> events)
    {
        foreach (var read in events)
        {
            var frame = expected.Dequeue();
            read.Type.Should().Be((string?)frame["type"]);
            switch (read)
            {
                case TokenEvent token:
                    token.Text.Should().Be((string?)frame["content"]);
                    break;
                case ThinkingEvent thinking:
                    thinking.Text.Should().Be((string?)frame["content"]);
                    break;
                case DoneEvent done:
                    done.Usage.TotalTokens.Should().Be((int)frame.SelectToken("usage.total_tokens")!);
                    done.Cost.Should().BeApproximately((decimal)frame["cost"]!, 1e-15m);
                    done.Model.Value.Should().Be((string?)frame["model"]);
                    break;
                case ResultEvent result:
                    result.Task.Status.Value.Should().Be((string?)frame["status"]);
                    result.Task.Result.Summary.Should().Be((string?)frame.SelectToken("result.summary"));
                    result.Task.Result.Error.Should().Be((string?)frame.SelectToken("result.error"));
                    (result.Task.Usage.TotalCost ?? 0).Should()
                        .BeApproximately((decimal?)frame.SelectToken("usage.total_cost") ?? 0, 1e-15m);
                    result.Task.ExecutionLog.Should().HaveCount(frame["execution_log"]!.Count());
                    break;
                default:
                    read.Should().BeNull("the recording has no other events");
                    break;
            }
        }
    }

    /// <summary>A final event, or the exception that the recorded end means.</summary>
    private static void CheckEnd(JObject session, Queue<JObject> expected, Exception? exception, StreamEvent? last)
    {
        if (expected.TryPeek(out var next) && (string?)next["type"] == "error")
        {
            expected.Dequeue();
            var words = (string)next["error"]!;
            exception.Should().BeOfType(ExpectedType(words));
            ((ValentinaException)exception!).Detail.Should().Be(words);
        }
        else if (last is { IsFinal: true } || session["events"]!.Any(static one => (string?)one["dir"] == "close"))
        {
            exception.Should().BeNull();
        }
        else
        {
            var broken = exception.Should().BeOfType<StreamInterruptedException>().Which;
            broken.CloseCode.Should().Be((int)session.SelectToken("close.code")!);
            broken.Reason.Should().Be(broken.CloseCode == 1012 ? StreamInterruption.ServiceRestarting : StreamInterruption.ConnectionLost);
        }
    }

    private static Type ExpectedType(string words) => words.Split(':')[0] switch
    {
        "Permission denied" => typeof(PermissionDeniedException),
        "api_key required for agentic tasks" => typeof(InvalidApiKeyException),
        "Invalid JSON format" or "Unknown message type" or "No messages provided" => typeof(BadRequestException),
        "Server error" or "Streaming error" or "Task execution error" => typeof(ServerErrorException),
        _ => throw new InvalidOperationException($"The recording has another error: {words}"),
    };

    private static async Task ReadAsync(
        ClaudeStreamSession line, JObject request, string scenario, bool synchronous, List<StreamEvent>? events, int? breakAt = null)
    {
        var isTask = (string?)request["type"] == "agentic_task";
        var messages = request["messages"] is JArray { Count: > 0 } list && !Unsayable.Contains(scenario)
            ? list.Select(static one => new ChatMessage((string)one["role"]!, (string)one["content"]!)).ToList()
            : [ChatMessage.User(new string('x', scenario.Contains("large", StringComparison.Ordinal) ? 200_000 : 1))];
        var model = (ClaudeModel)((string?)request["model"] ?? "");
        var task = new AgenticTaskRequest
        {
            Description = (string?)request["description"] is { Length: > 0 } description ? description : "x",
            Timeout = (int?)request["timeout"] is { } timeout and <= 600 ? timeout : null,
            MaxCost = (decimal?)request["max_cost"],
            AllowTools = request["allow_tools"]?.ToObject<string[]>(),
            AllowAgents = request["allow_agents"]?.ToObject<string[]>(),
            AllowSkills = request["allow_skills"]?.ToObject<string[]>(),
        };
        if (synchronous)
        {
            foreach (var read in isTask ? line.StreamAgenticTask(task) : line.StreamEvents(messages, model))
            {
                events?.Add(read);
                if (events?.Count == breakAt)
                {
                    break;
                }
            }
        }
        else
        {
            await foreach (var read in isTask ? line.StreamAgenticTaskAsync(task) : line.StreamEventsAsync(messages, model))
            {
                events?.Add(read);
                if (events?.Count == breakAt)
                {
                    break;
                }
            }
        }
    }
}

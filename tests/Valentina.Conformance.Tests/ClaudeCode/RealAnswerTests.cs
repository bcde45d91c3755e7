using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>
/// Sixty requests and messages that the real service once answered otherwise than the fake: over HTTP and the socket, and through the SDK
/// where it can say them, asynchronously and synchronously.
/// </summary>
public sealed partial class RealAnswerTests(RealService service) : IClassFixture<RealService>
{
    private static readonly List<JObject> Rows =
        [.. Valentina.Tests.Shared.TranscriptLines.Read("claude-real").Select(static line => (JObject)RealAnswer.Parse(line))];

    public static TheoryData<string, bool> Requests => Named(static row => row["request"]!["socket"] is null);

    public static TheoryData<string, bool> Messages => Named(static row => row["request"]!["socket"] is not null);

    [Fact]
    public void All_sixty_are_here() => Rows.Should().HaveCount(60);

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task A_request_is_answered_as_by_the_real_service(string name, bool synchronous)
    {
        var row = Find(name);
        var real = Answer().Match((string)row["real"]!);

        var answer = await service.SendAsync((JObject)row["request"]!, synchronous);
        if (answer.Status == 307)
        {
            // Who took the answers followed redirections.
            answer.Headers.Should().Equal("location", "x-request-id");
            answer = await service.SendAsync("GET", answer.Location!.PathAndQuery, null, (string?)row["request"]!["key"]);
        }

        answer.Status.Should().Be(int.Parse(real.Groups["status"].Value, System.Globalization.CultureInfo.InvariantCulture), answer.Text);
        answer.ContentType.Should().Be(real.Groups["type"].Value);
        answer.Headers.Should().Equal(real.Groups["headers"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries));
        var body = real.Groups["body"].Value;
        if (answer.ContentType == "application/json")
        {
            RealComparison.Differences(body, answer.Text).Should().BeEmpty(answer.Text);
        }
        else
        {
            answer.Text.Should().Be(body);
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_is_answered_as_by_the_real_service(string name, bool fresh)
    {
        var row = Find(name);
        var real = (string)row["real"]!;
        var message = (string)row["request"]!["message"]!;

        var (answer, state) = await service.TalkAsync(fresh ? message : " " + message);

        if (real.StartsWith("EXC ", StringComparison.Ordinal))
        {
            // Who took the answers closed the socket after the error, and waited in vain for the service to close it too.
            answer.Should().StartWith("tok=0 {\"type\":\"error\",\"error\":\"Server error: ");
            state.Should().Be(WebSocketState.Aborted);
            return;
        }

        state.Should().Be(WebSocketState.Open);
        var (wanted, found) = (Frames(real), Frames(answer));
        found.Tokens.Should().Be(wanted.Tokens, answer);
        RealComparison.Differences(wanted.Json, found.Json).Should().BeEmpty(answer);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task The_client_shows_what_the_real_service_says(string name, bool synchronous)
    {
        var row = Find(name);
        var request = (JObject)row["request"]!;
        var real = Answer().Match((string)row["real"]!);
        var status = int.Parse(real.Groups["status"].Value, System.Globalization.CultureInfo.InvariantCulture);
        if (request["authorization"] is not null || request["key"]!.Type == JTokenType.Null || ((string)request["path"]!).EndsWith('/'))
        {
            return;
        }

        using var client = service.Client((string)request["key"]!);
        object? result = null;
        var fault = await Record.ExceptionAsync(async () => result = await CallAsync(client, request, synchronous));

        if (fault is RequestValidationException or JsonException or InvalidCastException)
        {
            // Refused before it is sent: never what the service takes, but for what the SDK has no words for. That nothing is asked is the
            // only refusal with 400 that the SDK foresees.
            status.Should().BeOneOf(name == "process none" ? [400] : [200, 422, 500], fault.Message);
        }
        else if (status == 200)
        {
            fault.Should().BeNull();
            if (Model().Match(real.Groups["body"].Value) is { Success: true } model)
            {
                JsonConvert.SerializeObject(result, NewtonsoftWire.CreateSettings()).Should().Contain(model.Value);
            }
        }
        else if (fault is null)
        {
            // Said in the SDK's words it is another request: null is left out, and a number is a text.
            name.Should().BeOneOf("process null project", "chat timeout null", "chat model 5");
        }
        else
        {
            var refused = fault.Should().BeAssignableTo<ValentinaException>().Which;
            ((int)refused.StatusCode!).Should().Be(status);
            if (status is not (422 or 500))
            {
                refused.Detail.Should().Be((string?)RealAnswer.Parse(real.Groups["body"].Value)["detail"]);
            }
        }
    }

    private static TheoryData<string, bool> Named(Func<JObject, bool> isMeant)
    {
        var data = new TheoryData<string, bool>();
        foreach (var row in Rows.Where(isMeant))
        {
            data.Add((string)row["name"]!, true);
            data.Add((string)row["name"]!, false);
        }

        return data;
    }

    private static JObject Find(string name) => Rows.Single(row => (string?)row["name"] == name);

    private static async Task<object?> CallAsync(ClaudeCodeClient client, JObject request, bool synchronous)
    {
        var path = ((string)request["path"]!).Split('?');
        var exchange = new JObject
        {
            ["operationId"] = Operations.First(one => Regex.IsMatch(path[0], one.Path)).Id,
            ["path"] = path[0],
            ["request_body"] = request["body"]!.Type == JTokenType.Null ? null : RealAnswer.Parse((string)request["body"]!),
            ["query"] = path.Length > 1 ? new JObject { ["period"] = path[1].Split('=')[1] } : null,
        };
        var called = RecordedCall.Invoke(client, exchange, synchronous);
        if (called is not Task task)
        {
            return called;
        }

        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task);
    }

    private static readonly (string Path, string Id)[] Operations =
    [
        ("^/v1/providers/.*/models$", "get_provider_models_v1_providers__provider__models_get"),
        ("^/v1/usage$", "get_usage_v1_usage_get"),
        ("^/v1/route$", "route_recommendation_v1_route_post"),
        ("^/v1/chat/completions$", "chat_completion_v1_chat_completions_post"),
        ("^/v1/batch$", "batch_processing_v1_batch_post"),
        ("^/v1/process$", "process_ai_services_compatible_v1_process_post"),
        ("^/v1/task$", "execute_agentic_task_v1_task_post"),
    ];

    /// <summary>The frames of an answer as one list, closed where it was cut.</summary>
    private static (bool Tokens, string Json) Frames(string answer)
    {
        var parts = FramesOf().Match(answer);
        return (parts.Groups["tokens"].Value != "0", "[" + parts.Groups["frames"].Value.Replace("}{", "},{", StringComparison.Ordinal)
            + (answer.EndsWith('}') ? "]" : ""));
    }

    [GeneratedRegex(@"^(?<status>\d+) (?<type>[^\[]+) \[(?<headers>[^\]]*)\] (?<body>.*)$", RegexOptions.Singleline)]
    private static partial Regex Answer();

    [GeneratedRegex("\"(model|actual_model|recommended_model)\":\"[a-z]+\"")]
    private static partial Regex Model();

    [GeneratedRegex(@"^tok=(?<tokens>\d+) (?<frames>.*)$", RegexOptions.Singleline)]
    private static partial Regex FramesOf();
}

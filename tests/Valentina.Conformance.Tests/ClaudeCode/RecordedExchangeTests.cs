using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>
/// Every recorded exchange with the real service, through the client, asynchronously and synchronously: the same request, and its answer
/// typed or as the right exception.
/// </summary>
public sealed class RecordedExchangeTests
{
    /// <summary>
    /// Requests that the SDK refuses to make, or has no words for. Their answers are replayed to another request of the operation.
    /// </summary>
    private static readonly Dictionary<int, string> Unsayable = new()
    {
        [7] = "a message without role and content",
        [9] = "a member the contract does not have",
        [12] = "an empty batch is refused before sending",
        [30] = "an empty batch is refused before sending",
        [33] = "a process request that asks nothing is refused before sending",
        [39] = "malformed JSON",
        [40] = "messages that are no list",
        [41] = "a timeout below 1 s is refused before sending",
        [42] = "a timeout above 300 s is refused before sending",
        [43] = "a timeout that is no number",
        [44] = "a body that is no object",
        [45] = "a batch prompt without text",
        [46] = "a process request without a model",
        [47] = "a task without description",
        [48] = "another method",
        [49] = "a trailing slash",
        [65] = "a task of more than 600 s is refused before sending",
        [67] = "an empty description is refused before sending",
    };

    private static readonly DateTimeOffset Now = new(2026, 11, 22, 4, 30, 17, TimeSpan.Zero);

    public static TheoryData<int, bool> All
    {
        get
        {
            var data = new TheoryData<int, bool>();
            for (var index = 0; index < Recording.Exchanges.Count; index++)
            {
                data.Add(index, true);
                data.Add(index, false);
            }

            return data;
        }
    }

    [Fact]
    public void The_recording_is_whole() => Recording.Exchanges.Should().HaveCount(106);

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_client_makes_the_recorded_request(int index, bool synchronous)
    {
        var exchange = Recording.Exchanges[index];
        var service = new RecordedAnswer(exchange);
        using var client = Client(service);

        var exception = await Record.ExceptionAsync(() => ResultAsync(() => RecordedCall.Invoke(client, exchange, synchronous)));
        var differences = exception is RequestValidationException or JsonException
            ? [exception.Message]
            : Differences(exchange, service).ToList();

        if (Unsayable.ContainsKey(index))
        {
            differences.Should().NotBeEmpty("what is listed as unsayable should be");
        }
        else
        {
            differences.Should().BeEmpty();
            service.Requests.Should().Be(1);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_client_reads_the_recorded_answer(int index, bool synchronous)
    {
        var exchange = Recording.Exchanges[index];
        using var client = Client(new RecordedAnswer(exchange));
        var call = () => Unsayable.ContainsKey(index)
            ? RecordedCall.InvokeSubstitute(client, exchange, synchronous)
            : RecordedCall.Invoke(client, exchange, synchronous);

        object? result = null;
        var exception = await Record.ExceptionAsync(async () => result = await ResultAsync(call));

        if ((int)exchange["status"]! == 200)
        {
            exception.Should().BeNull();
            SessionComparison.Missing(
                exchange["response_body"],
                JToken.FromObject(result!, JsonSerializer.Create(NewtonsoftWire.CreateSettings()))).Should().BeEmpty();
        }
        else
        {
            exception.Should().BeOfType(ExpectedType(exchange));
            CheckDetails(exchange, (ValentinaException)exception!);
        }
    }

    private static ClaudeCodeClient Client(HttpMessageHandler handler)
        => new(
            new ClaudeCodeOptions { BaseUrl = "http://127.0.0.1:8006", ApiKey = "cc_recorded", MaxRetries = 0 },
            handler,
            timeProvider: new FakeTimeProvider(Now));

    private static IEnumerable<string> Differences(JObject exchange, RecordedAnswer service)
    {
        if (service.Method != (string?)exchange["method"])
        {
            yield return $"method {service.Method}";
        }

        var query = (exchange["query"] as JObject)?.Properties().Select(static one => $"{one.Name}={one.Value}") ?? [];
        var target = (string?)exchange["path"] + (query.Any() ? "?" + string.Join('&', query) : "");
        if (service.PathAndQuery != target)
        {
            yield return $"{service.PathAndQuery} instead of {target}";
        }

        foreach (var missing in SessionComparison.Missing(exchange["request_body"], service.Body))
        {
            yield return missing;
        }
    }

    /// <summary>The table of section 4 of the facts, from the recording's own status, headers and words.</summary>
    private static Type ExpectedType(JObject exchange)
    {
        var detail = exchange.SelectToken("response_body.detail") is JValue { Type: JTokenType.String } text ? (string)text! : "";
        return (int)exchange["status"]! switch
        {
            429 or 403 when detail.StartsWith("Budget exceeded", StringComparison.Ordinal) => typeof(BudgetExceededException),
            400 => typeof(BadRequestException),
            401 => typeof(InvalidApiKeyException),
            403 => typeof(PermissionDeniedException),
            404 => typeof(NotFoundException),
            422 => typeof(UnprocessableException),
            429 => typeof(RateLimitedException),
            504 => typeof(RequestTimeoutException),
            >= 500 => typeof(ServerErrorException),
            _ => typeof(ApiException),
        };
    }

    private static void CheckDetails(JObject exchange, ValentinaException exception)
    {
        var headers = (JObject)exchange["response_headers"]!;
        var detail = exchange.SelectToken("response_body.detail");
        ((int)exception.StatusCode!).Should().Be((int)exchange["status"]!);
        exception.Service.Should().Be(ServiceNames.ClaudeCode);
        exception.RequestId.Should().Be((string?)headers["x-request-id"]);
        exception.Code.Should().Be((string?)headers["x-error-category"]);
        exception.Details.UpstreamStatus.Should().Be((int?)headers["x-upstream-status"]);
        if (detail is JArray fields)
        {
            exception.Details.InvalidParameters.Select(static field => field.Message)
                .Should().Equal(fields.Select(static field => (string?)field["msg"]));
        }
        else if (detail is not null)
        {
            exception.Detail.Should().Be((string?)detail);
        }
        else if (exchange["response_body"] is JValue { Type: JTokenType.String } plain)
        {
            exception.Detail.Should().Be((string?)plain);
        }

        // The service's own limit ends with the clock minute; all else says how long, or nothing.
        var isOwnLimit = exception is RateLimitedException && exception.Code is null;
        exception.Details.RetryAfter.Should().Be(
            (int?)headers["retry-after"] is { } seconds ? TimeSpan.FromSeconds(seconds)
            : isOwnLimit ? TimeSpan.FromSeconds(43)
            : null);
    }

    private static async Task<object?> ResultAsync(Func<object> call)
    {
        var called = call();
        if (called is not Task task)
        {
            return called;
        }

        await task;
        return task.GetType().GetProperty("Result")!.GetValue(task);
    }
}

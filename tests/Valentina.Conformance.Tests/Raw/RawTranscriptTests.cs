using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.Conformance.Transcripts;
using Valentina.Raw;
using Xunit.Abstractions;

namespace Valentina.Conformance.Raw;

/// <summary>
/// Every recorded exchange, played through the raw clients: the request they build is the request that was recorded,
/// every answer is read without loss, every failure becomes the right exception.
/// </summary>
public class RawTranscriptTests(ITestOutputHelper output)
{
    public static TheoryData<string, bool> Recordings => new()
    {
        { "valentina", false },
        { "valentina", true },
        { "claude", false },
        { "claude", true },
    };

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task The_raw_client_builds_the_recorded_request(string recording, bool synchronous)
    {
        var faults = new List<string>();
        foreach (var call in await PlayAsync(recording, synchronous))
        {
            var differences = RequestDifferences(call).ToList();
            if (differences.Count > 0)
            {
                faults.Add($"{call}: {string.Join("; ", differences)}");
            }
        }

        faults.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Every_success_body_is_read_without_loss(string recording, bool synchronous)
    {
        var faults = new List<string>();
        var read = 0;
        foreach (var call in (await PlayAsync(recording, synchronous)).Where(c => c.Exchange.IsSuccess))
        {
            if (call.Failure is not null)
            {
                faults.Add($"{call}: {call.Failure.Message}");
                continue;
            }

            if (call.Result is FileDownload or null)
            {
                continue;
            }

            read++;
            var differences = JsonValueComparer.Differences(call.Exchange.ResponseBody, WireJson.Write(call.Result), allowExtra: true);
            if (differences.Count > 0)
            {
                faults.Add($"{call}: {string.Join("; ", differences.Take(5))}");
            }
        }

        output.WriteLine($"{recording}: {read} bodies read and written back.");
        faults.Should().BeEmpty();
        read.Should().BePositive();
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Every_error_becomes_the_right_exception(string recording, bool synchronous)
    {
        var faults = new List<string>();
        var errors = 0;
        foreach (var call in (await PlayAsync(recording, synchronous)).Where(c => !c.Exchange.IsSuccess))
        {
            errors++;
            var differences = ErrorDifferences(call).ToList();
            if (differences.Count > 0)
            {
                faults.Add($"{call}: {string.Join("; ", differences)}");
            }
        }

        output.WriteLine($"{recording}: {errors} errors mapped.");
        faults.Should().BeEmpty();
        errors.Should().BePositive();
    }

    [Theory]
    [InlineData("valentina", 166)]
    [InlineData("claude", 12)]
    public async Task Every_operation_is_recorded_with_a_success_that_the_typed_client_can_express(string recording, int count)
    {
        var api = recording == "claude" ? RawApi.ClaudeCode : RawApi.Valentina;
        api.Operations.Should().HaveCount(count);
        var reached = (await PlayAsync(recording, false)).Where(c => c.Exchange.IsSuccess && c.Failure is null).Select(c => c.Exchange.OperationId!);
        api.Operations.Except(reached).Should().BeEmpty("every operation must be shown by a recorded success");
    }

    [Theory]
    [InlineData("valentina")]
    [InlineData("claude")]
    public async Task What_the_typed_client_cannot_say_was_refused_by_the_server_or_ignored(string recording)
    {
        var unsayable = new List<ReplayedCall>();
        foreach (var exchange in RecordedExchange.Load(recording))
        {
            var call = await ReplayedCall.PlayAsync(exchange, synchronous: false);
            if (call.Reason is not null)
            {
                unsayable.Add(call);
                output.WriteLine($"{call}: {call.Reason}");
            }
        }

        output.WriteLine($"{unsayable.Count} of {RecordedExchange.Load(recording).Count} recorded requests cannot be expressed.");
        // A replay from the idempotency store looks neither at the acting user nor at anything else.
        unsayable.Where(c => c.Exchange.IsSuccess && c.Failure is RequestValidationException && c.Exchange.Note?.Contains("replay", StringComparison.Ordinal) != true)
            .Select(c => $"{c}: {c.Reason}")
            .Should().BeEmpty("validation must never refuse what the server accepted");
    }

    private static async Task<List<ReplayedCall>> PlayAsync(string recording, bool synchronous)
    {
        var calls = new List<ReplayedCall>();
        foreach (var exchange in RecordedExchange.Load(recording))
        {
            var call = await ReplayedCall.PlayAsync(exchange, synchronous);
            if (call.Reason is null)
            {
                calls.Add(call);
            }
        }

        return calls;
    }

    private static IEnumerable<string> RequestDifferences(ReplayedCall call)
    {
        var (recorded, wire) = (call.Exchange, call.Wire);
        if (wire.Calls != 1)
        {
            yield return $"{wire.Calls} requests were sent";
            yield break;
        }

        if (wire.Method!.Method != recorded.Method)
        {
            yield return $"method {wire.Method}";
        }

        if (Uri.UnescapeDataString(wire.Url!.AbsolutePath) != Uri.UnescapeDataString(recorded.Path))
        {
            yield return $"path {wire.Url.AbsolutePath}";
        }

        var query = Pairs(wire.Url.Query).OrderBy(p => p, StringComparer.Ordinal);
        var expected = recorded.Query.Select(p => $"{p.Key}={Normal(p.Value)}").OrderBy(p => p, StringComparer.Ordinal);
        if (!query.SequenceEqual(expected))
        {
            yield return $"query {wire.Url.Query}, recorded {string.Join('&', expected)}";
        }

        if (recorded.RequestHeaders.TryGetValue("idempotency-key", out var key) && !wire.Headers!.TryGetValues("Idempotency-Key", out _))
        {
            yield return $"the idempotency key {key} was not sent";
        }

        if (recorded.RequestHeaders.TryGetValue("on-behalf-of", out var user)
            && OperationOf(recorded).OnBehalfOf != OnBehalfOfMode.Ignored
            && (!wire.Headers!.TryGetValues("On-Behalf-Of", out var users) || Guid.Parse(users.Single()) != Guid.Parse(user)))
        {
            yield return "On-Behalf-Of was not sent";
        }

        if (recorded.Multipart is { } form)
        {
            var text = Encoding.Latin1.GetString(wire.Body!);
            var file = (string)form.Properties().Single().Value["filename"]!;
            if (wire.ContentType?.MediaType != "multipart/form-data" || !text.Contains(file, StringComparison.Ordinal))
            {
                yield return "the form was not sent";
            }
        }
        else if (recorded.RequestBody is null)
        {
            if (wire.Body is { Length: > 0 })
            {
                yield return "a body was invented";
            }
        }
        else
        {
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(wire.Body ?? []))) { DateParseHandling = DateParseHandling.None };
            foreach (var difference in JsonValueComparer.Differences(recorded.RequestBody, JToken.ReadFrom(reader)))
            {
                yield return $"body {difference}";
            }
        }
    }

    private static ApiOperation OperationOf(RecordedExchange exchange)
        => ValentinaOperations.All.FirstOrDefault(o => o.Id == exchange.OperationId)
           ?? ClaudeCode.Raw.ClaudeCodeOperations.All.Single(o => o.Id == exchange.OperationId);

    private static IEnumerable<string> Pairs(string query)
        => query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('=', 2))
            .Select(p => $"{Uri.UnescapeDataString(p[0])}={Normal(Uri.UnescapeDataString(p[1]))}");

    /// <summary>Booleans and instants have several spellings on the wire.</summary>
    private static string Normal(string value)
    {
        if (bool.TryParse(value, out var flag))
        {
            return flag ? "true" : "false";
        }

        return value.Length >= 19 && value[10] == 'T'
            && DateTimeOffset.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime.ToString("O")
            : value;
    }

    private static IEnumerable<string> ErrorDifferences(ReplayedCall call)
    {
        var recorded = call.Exchange;
        if (call.Failure is not { } failure)
        {
            yield return "no exception";
            yield break;
        }

        var detail = (recorded.ResponseBody as JObject)?["detail"];
        var expected = ExpectedType(recorded, detail);
        if (failure.GetType() != expected)
        {
            yield return $"{failure.GetType().Name} instead of {expected.Name}";
            yield break;
        }

        var error = (ApiException)failure;
        if (error.StatusCode != (HttpStatusCode)recorded.Status)
        {
            yield return $"status {error.StatusCode}";
        }

        if (detail is { Type: JTokenType.String } && (error.Detail != (string)detail! || !OneLine(error.Message).Contains(OneLine((string)detail!), StringComparison.Ordinal)))
        {
            yield return $"the message does not show the detail: {error.Message}";
        }

        var body = recorded.ResponseBody as JObject;
        recorded.ResponseHeaders.TryGetValue("x-request-id", out var header);
        if (error.RequestId != ((string?)body?["request_id"] ?? header))
        {
            yield return $"request id {error.RequestId}";
        }

        recorded.ResponseHeaders.TryGetValue("x-error-category", out var category);
        if (error.Code != ((string?)body?["code"] ?? category))
        {
            yield return $"code {error.Code}";
        }

        if (body?["invalid_parameters"] is JArray { Count: > 0 } fields && error.InvalidParameters.Count != fields.Count)
        {
            yield return $"{error.InvalidParameters.Count} of {fields.Count} fields";
        }

        if (body?["retry_after"] is { } hint && error.RetryAfter?.TotalSeconds is var seconds && !(seconds >= (double)hint - 0.001))
        {
            yield return $"retry hint {seconds}, recorded {hint}";
        }
    }

    /// <summary>Messages are one line long and show line ends as escapes; the property keeps the text as it came.</summary>
    private static string OneLine(string text)
        => string.Join(' ', text.Trim().Replace("\n", "\\n", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Type ExpectedType(RecordedExchange recorded, JToken? detail)
    {
        var text = detail is { Type: JTokenType.String } ? (string)detail! : "";
        var isBudget = text.Contains("udget", StringComparison.Ordinal);
        return recorded.Status switch
        {
            400 => typeof(BadRequestException),
            401 => typeof(InvalidApiKeyException),
            403 when isBudget => typeof(BudgetExceededException),
            403 => typeof(PermissionDeniedException),
            404 => typeof(NotFoundException),
            409 => typeof(ConflictException),
            422 => typeof(UnprocessableException),
            429 when isBudget => typeof(BudgetExceededException),
            429 => typeof(RateLimitedException),
            >= 500 => typeof(ServerErrorException),
            _ => typeof(ApiException),
        };
    }
}

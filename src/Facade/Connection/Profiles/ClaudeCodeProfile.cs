using System.Globalization;
using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Streaming;
using Valentina.Connection.RateLimits;
using Valentina.Connection.Responses;

namespace Valentina.Connection.Profiles;

/// <summary>
/// The Claude Code API: a bearer key; errors whose detail is a text or a list, or plain text; and three meanings of 429
/// (its own limit by the clock minute, the provider's limit, a spent budget).
/// </summary>
internal sealed class ClaudeCodeProfile : ServiceProfile
{
    public static readonly ClaudeCodeProfile Instance = new();

    /// <summary>What a run that was ended, or broke off, leaves for the service to count.</summary>
    private const string NoResultText = "object of type 'NoneType' has no len()";

    /// <summary>The clocks of two machines do not tick alike.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMilliseconds(50);

    private static readonly string[] BudgetTexts = ["Budget exceeded", "Insufficient budget"];

    /// <summary>What the service puts before the reason why a task failed: over HTTP, and over the socket.</summary>
    private static readonly string[] TaskPrefixes = ["Task execution failed: ", "Task execution error: "];

    private static readonly string[] RejectedRequests = [
        "Invalid JSON format", "Unknown message type", "No messages provided", "Invalid model"
    ];

    public override string Name => ServiceNames.ClaudeCode;

    public override string ClientName => "ClaudeCodeClient";

    public override string LogCategory => "Valentina.ClaudeCode";

    public override string AuthenticationHeader => "Authorization";

    protected override string PathPrefix => "/v1";

    public override string FormatKey(string apiKey) => "Bearer " + apiKey;

    public override ErrorContent ReadError(HttpResponseHeaders headers, string? mediaType, ReadOnlyMemory<byte> body)
    {
        var category = Header(headers, "X-Error-Category");
        var upstream = int.TryParse(Header(headers, "X-Upstream-Status"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : (int?)null;
        if (ErrorJson.TryParse(body) is not { } error)
        {
            return new ErrorContent
            {
                Detail = ErrorJson.PlainText(mediaType, body.Span),
                Code = category,
                UpstreamStatus = upstream,
                IsPage = ErrorJson.IsPage(mediaType, body.Span),
            };
        }

        var fields = Fields(error["detail"]);
        return new ErrorContent
        {
            Detail = ErrorJson.Text(error["detail"]) ?? (fields.Count > 0 ? "The request failed validation." : null),
            Code = category,
            UpstreamStatus = upstream,
            InvalidParameters = fields,
        };
    }

    public override ErrorKind Classify(in FailureFacts facts)
    {
        var error = facts.Error;
        return facts.Status switch
        {
            null => OfText(facts),
            >= 200 and <= 299 => OfTask(facts),
            429 or 403 when error.Code is null && NamesBudget(error.Detail) => ErrorKind.BudgetExceeded,
            403 when error.Detail is "Not authenticated" or "Invalid authentication credentials" => ErrorKind.InvalidApiKey,
            500 when IsOfTask(error.Detail) && IsSpentBudget(error.Detail) => ErrorKind.BudgetExceeded,
            500 when IsTaskTimeout(facts) => ErrorKind.TaskTimeout,
            504 => ErrorKind.ProviderTimeout,
            _ => base.Classify(facts),
        };
    }

    public override string? Advise(in FailureFacts facts)
    {
        var text = facts.Error.Detail ?? "";
        if (HasNoResult(text))
        {
            return IsTaskTimeout(facts)
                ? FormattableString.Invariant($"The task ended at its own timeout: this came after {facts.Elapsed!.Value.TotalSeconds:0.#} s of the {facts.Limit!.Value.TotalSeconds:0.#} s it had. It is paid for and not repeated; give it more time, or less to do.")
                : FormattableString.Invariant($"The task broke off{After(facts)}: the command-line tool behind the service failed without a result. It may be paid for all the same.");
        }

        return Starts(text, "Permission denied") && text.Contains("exceeds limit", StringComparison.OrdinalIgnoreCase)
            ? "Set TaskTimeout and TaskMaxCost of the client's options, or Timeout and MaxCost of the task, to what the profile of the key allows: the free profile 60 s and $0.10. Left out, the service takes 300 s and $1.00."
            : base.Advise(facts);
    }

    public override TimeSpan? LimitOf(object? body) => body switch
    {
        ChatCompletionRequest { Timeout: { } seconds } => WaitTime.FromSeconds(seconds),
        BatchRequest { Timeout: { } seconds } => WaitTime.FromSeconds(seconds),
        AgenticTaskRequest task => task.Timeout is { } seconds ? WaitTime.FromSeconds(seconds) : ClaudeCodeTimes.UsualTask,
        _ => null,
    };

    /// <summary>The service's own limit counts by the clock minute and says nothing about it.</summary>
    public override TimeSpan? WaitWithoutHint(ErrorContent error, DateTimeOffset clock)
        => error.Code is null ? TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (clock.Ticks % TimeSpan.TicksPerMinute)) : null;

    /// <summary>A full pool answers 503 and says when there will be room.</summary>
    public override bool AsksToWait(int status, ErrorResponse error)
        => base.AsksToWait(status, error) || (status == 503 && error.RetryAfter is not null);

    /// <summary>The limit of the key itself; that of the provider has a category.</summary>
    public override TimeSpan? LimitPeriod(ErrorContent error)
        => error.Code is null && error.Detail is { } text && Starts(text, "Rate limit") ? TimeSpan.FromMinutes(1) : null;

    /// <summary>At a path that it does not have the service refuses the handshake of a socket, and says nothing.</summary>
    protected override bool IsForeign(in FailureFacts facts)
        => base.IsForeign(facts) || (facts is { Status: 403, Operation: StreamRequests.Operation } && facts.Error.Detail is null);

    /// <summary>Over the socket a text is all there is; the service sends neither a code nor an id with it.</summary>
    private static ErrorKind OfText(in FailureFacts facts)
    {
        var text = facts.Error.Detail ?? "";
        return text switch
        {
            _ when IsSpentBudget(text) => ErrorKind.BudgetExceeded,
            _ when Starts(text, "Permission denied") => ErrorKind.PermissionDenied,
            _ when Starts(text, "api_key required") => ErrorKind.InvalidApiKey,
            _ when Array.Exists(RejectedRequests, beginning => Starts(text, beginning)) => ErrorKind.BadRequest,
            _ => IsTaskTimeout(facts) ? ErrorKind.TaskTimeout : ErrorKind.ServerError,
        };
    }

    /// <summary>
    /// A task that failed is a success of HTTP. Its status is the code; a spent budget of the project shows in the text alone.
    /// </summary>
    private static ErrorKind OfTask(in FailureFacts facts) => facts.Error switch
    {
        { Code: "cost_exceeded" } => ErrorKind.BudgetExceeded,
        { Code: "timeout" } => ErrorKind.TaskTimeout,
        { Detail: var text } when IsSpentBudget(text) => ErrorKind.BudgetExceeded,
        _ => IsTaskTimeout(facts) ? ErrorKind.TaskTimeout : ErrorKind.ServerError,
    };

    /// <summary>The service says the same of a task that ran out of time and of one that broke off; the time tells them apart.</summary>
    private static bool IsTaskTimeout(in FailureFacts facts)
        => HasNoResult(facts.Error.Detail) && facts.Limit is { } limit && facts.Elapsed >= limit - ClockTolerance;

    private static bool HasNoResult(string? text)
        => text is not null && WithoutPrefix(text).StartsWith(NoResultText, StringComparison.Ordinal);

    private static bool IsSpentBudget(string? text)
        => text is not null && Array.Exists(BudgetTexts, beginning => Starts(WithoutPrefix(text), beginning));

    private static bool IsOfTask(string? text) => text is not null && WithoutPrefix(text) != text;

    private static string WithoutPrefix(string text)
        => Array.Find(TaskPrefixes, prefix => Starts(text, prefix)) is { } found ? text[found.Length..] : text;

    private static bool NamesBudget(string? text)
        => text is not null
            && (IsSpentBudget(text)
                || (text.Contains("budget", StringComparison.OrdinalIgnoreCase)
                    && text.Contains("exceed", StringComparison.OrdinalIgnoreCase)));

    private static string After(in FailureFacts facts)
        => facts.Elapsed is { } elapsed ? FormattableString.Invariant($" after {elapsed.TotalSeconds:0.#} s") : "";

    private static bool Starts(string text, string beginning) => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    private static List<InvalidParameter> Fields(JToken? detail)
    {
        var fields = new List<InvalidParameter>();
        foreach (var entry in (detail as JArray ?? []).OfType<JObject>())
        {
            var location = (entry["loc"] as JArray ?? []).Select(part => part.ToString()).SkipWhile(part => part == "body");
            var field = string.Join('.', location);
            fields.Add(new InvalidParameter(field.Length > 0 ? field : null, ErrorJson.Text(entry["msg"])));
        }

        return fields;
    }

    private static string? Header(HttpResponseHeaders headers, string name)
        => headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}

using System.Globalization;
using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;
using Valentina.Connection.RateLimits;

namespace Valentina.Connection.Profiles;

/// <summary>
/// The Claude Code API: a bearer key; errors whose detail is a text or a list, or plain text; and three meanings of 429
/// (its own limit by the clock minute, the provider's limit, a spent budget).
/// </summary>
internal sealed class ClaudeCodeProfile : ServiceProfile
{
    public static readonly ClaudeCodeProfile Instance = new();

    private const string BudgetText = "Budget exceeded";

    private static readonly string[] RefusedQuestions = [
        "Invalid JSON format", "Unknown message type", "No messages provided", "Invalid model"
    ];

    public override string Name => ServiceNames.ClaudeCode;

    public override string ClientName => "ClaudeCodeClient";

    public override string LogCategory => "Valentina.ClaudeCode";

    public override string AuthenticationHeader => "Authorization";

    public override string FormatKey(string apiKey) => "Bearer " + apiKey;

    public override ErrorContent ReadError(HttpResponseHeaders headers, string? mediaType, ReadOnlyMemory<byte> body)
    {
        var category = Header(headers, "X-Error-Category");
        var upstream = int.TryParse(Header(headers, "X-Upstream-Status"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : (int?)null;
        if (ErrorJson.TryParse(body) is not { } error)
        {
            return new ErrorContent { Detail = ErrorJson.PlainText(mediaType, body.Span), Code = category, UpstreamStatus = upstream };
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
            null => OfText(error.Detail ?? ""),
            >= 200 and <= 299 => OfTask(error),
            429 or 403 when error.Code is null && NamesBudget(error.Detail) => ErrorKind.BudgetExceeded,
            403 when error.Detail == "Not authenticated" => ErrorKind.InvalidApiKey,
            _ => base.Classify(facts),
        };
    }

    public override TimeSpan? LimitOf(object? body) => body switch
    {
        ChatCompletionRequest { Timeout: { } seconds } => WaitTime.FromSeconds(seconds),
        BatchRequest { Timeout: { } seconds } => WaitTime.FromSeconds(seconds),
        AgenticTaskRequest { Timeout: { } seconds } => WaitTime.FromSeconds(seconds),
        _ => null,
    };

    /// <summary>The service's own limit counts by the clock minute and says nothing about it.</summary>
    public override TimeSpan? WaitWithoutHint(ErrorContent error, DateTimeOffset clock)
        => error.Code is null ? TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (clock.Ticks % TimeSpan.TicksPerMinute)) : null;

    /// <summary>Over the socket a text is all there is; the service sends neither a code nor an id with it.</summary>
    private static ErrorKind OfText(string text) => text switch
    {
        _ when Starts(text, BudgetText) => ErrorKind.BudgetExceeded,
        _ when Starts(text, "Permission denied") => ErrorKind.PermissionDenied,
        _ when Starts(text, "api_key required") => ErrorKind.InvalidApiKey,
        _ when Array.Exists(RefusedQuestions, beginning => Starts(text, beginning)) => ErrorKind.BadRequest,
        _ => ErrorKind.ServerError,
    };

    /// <summary>
    /// A task that failed is a success of HTTP. Its status is the code; a spent budget of the project shows in the text alone.
    /// </summary>
    private static ErrorKind OfTask(ErrorContent error)
        => error.Code == AgenticTaskStatus.CostExceeded.Value || Starts(error.Detail ?? "", BudgetText)
            ? ErrorKind.BudgetExceeded
            : ErrorKind.ServerError;

    private static bool NamesBudget(string? text)
        => text is not null
            && text.Contains("budget", StringComparison.OrdinalIgnoreCase)
            && text.Contains("exceed", StringComparison.OrdinalIgnoreCase);

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

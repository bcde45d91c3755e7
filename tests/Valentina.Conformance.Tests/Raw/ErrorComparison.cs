using System.Net;
using Newtonsoft.Json.Linq;
using Valentina.Conformance.Transcripts;

namespace Valentina.Conformance.Raw;

/// <summary>How the exception that a raw client threw differs from what the recorded answer says.</summary>
internal static class ErrorComparison
{
    public static IEnumerable<string> Differences(ReplayedCall call)
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

        var error = (ValentinaException)failure;
        if (error.StatusCode != (HttpStatusCode)recorded.Status)
        {
            yield return $"status {error.StatusCode}";
        }

        if (detail is { Type: JTokenType.String }
            && (error.Detail != (string)detail! || !OneLine(error.Message).Contains(OneLine((string)detail!), StringComparison.Ordinal)))
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

        if (body?["invalid_parameters"] is JArray { Count: > 0 } fields && error.Details.InvalidParameters.Count != fields.Count)
        {
            yield return $"{error.Details.InvalidParameters.Count} of {fields.Count} fields";
        }

        if (body?["retry_after"] is { } hint && error.Details.RetryAfter?.TotalSeconds is var seconds && !(seconds >= (double)hint - 0.001))
        {
            yield return $"retry hint {seconds}, recorded {hint}";
        }
    }

    /// <summary>Messages are one line long and show line ends as escapes; the property keeps the text as it came.</summary>
    private static string OneLine(string text)
        => string.Join(
            ' ', text.Trim().Replace("\n", "\\n", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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
            504 when recorded.File == "claude" => typeof(RequestTimeoutException),
            >= 500 => typeof(ServerErrorException),
            _ => typeof(ApiException),
        };
    }
}

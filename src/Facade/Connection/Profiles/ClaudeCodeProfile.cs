using System.Globalization;
using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;

namespace Valentina.Connection.Profiles;

/// <summary>
/// The Claude Code API: a bearer key; errors whose detail is a text or a list, or plain text; and three meanings of 429
/// (its own limit by the clock minute, the provider's limit, a spent budget).
/// </summary>
internal sealed class ClaudeCodeProfile : ServiceProfile
{
    public static readonly ClaudeCodeProfile Instance = new();

    public override string Name => ServiceNames.ClaudeCode;

    public override string ClientName => "ClaudeCodeClient";

    public override string LogCategory => "Valentina.ClaudeCode";

    public override string AuthenticationHeader => "Authorization";

    public override string FormatKey(string apiKey) => "Bearer " + apiKey;

    public override ErrorContent ReadError(HttpResponseHeaders headers, string? mediaType, ReadOnlyMemory<byte> body)
    {
        var category = Header(headers, "X-Error-Category");
        var upstream = int.TryParse(Header(headers, "X-Upstream-Status"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
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

    public override bool IsBudgetExceeded(int status, ErrorContent error)
        => status is 429 or 403
            && error.Code is null
            && error.Detail is { } text
            && text.Contains("budget", StringComparison.OrdinalIgnoreCase)
            && text.Contains("exceed", StringComparison.OrdinalIgnoreCase);

    public override bool IsUnauthenticated(int status, ErrorContent error)
        => status == 401 || (status == 403 && error.Detail == "Not authenticated");

    /// <summary>The service's own limit counts by the clock minute and says nothing about it.</summary>
    public override TimeSpan? WaitWithoutHint(ErrorContent error, DateTimeOffset clock)
        => error.Code is null ? TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (clock.Ticks % TimeSpan.TicksPerMinute)) : null;

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

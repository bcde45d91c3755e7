using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.Conformance.Transcripts;
using Valentina.Raw;

namespace Valentina.Conformance.Raw;

/// <summary>How the request that a raw client built differs from the recorded one.</summary>
internal static class RequestComparison
{
    public static IEnumerable<string> Differences(ReplayedCall call)
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
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(wire.Body ?? [])))
            {
                DateParseHandling = DateParseHandling.None
            };
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
            && DateTimeOffset.TryParse(
                value, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal,
                out var instant)
            ? instant.UtcDateTime.ToString("O")
            : value;
    }
}

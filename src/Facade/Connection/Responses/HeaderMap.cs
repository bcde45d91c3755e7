namespace Valentina.Connection.Responses;

/// <summary>Response headers as plain text.</summary>
internal static class HeaderMap
{
    public static Dictionary<string, string> Of(HttpResponseMessage response)
    {
        var map = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            map[name] = values.ToString();
        }

        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            map[name] = values.ToString();
        }

        return map;
    }

    /// <summary>The server's id of the request: from the body of a failure, else from the header.</summary>
    public static string? RequestId(RequestContext context) => context.ErrorResponse?.Error.RequestId ?? RequestId(context.Response);

    private static string? RequestId(HttpResponseMessage? response)
        => response is not null
            && response.Headers.NonValidated.TryGetValues("X-Request-Id", out var values)
            && values.ToString() is { Length: > 0 } id ? id : null;
}

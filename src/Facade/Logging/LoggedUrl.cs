using System.Text;
using Valentina.Raw;

namespace Valentina.Logging;

/// <summary>The URL of a request as it may be shown: relative, and without personal data.</summary>
internal static class LoggedUrl
{
    private const string Mask = "***";

    public static string Of(ApiRequest request)
        => request.Operation.HasPersonalData ? Masked(request) : request.RelativeUrl;

    /// <summary>The template in place of the path, and every value of the query masked.</summary>
    private static string Masked(ApiRequest request)
    {
        var text = new StringBuilder(request.Operation.Path);
        var url = request.RelativeUrl;
        var start = url.IndexOf('?', StringComparison.Ordinal);
        if (start < 0)
        {
            return text.ToString();
        }

        var separator = '?';
        foreach (var part in url[(start + 1)..].Split('&'))
        {
            text.Append(separator).Append(part.AsSpan(0, Math.Max(part.IndexOf('=', StringComparison.Ordinal), 0))).Append('=')
                .Append(Mask);
            separator = '&';
        }

        return text.ToString();
    }
}

using System.Net;

namespace Valentina.Connection;

/// <summary>Which redirects are followed: on the same host only, and only where the request can be made again unchanged.</summary>
internal static class Redirects
{
    public const int Max = 5;

    /// <summary>The URL to go on with; null where the redirect is not followed and the answer counts as a failure.</summary>
    public static Uri? Next(RequestContext context, Uri current)
    {
        var response = context.Response!;
        if ((int)response.StatusCode is < 300 or > 399
            || response.Headers.Location is not { } location
            || context.Request.File is { CanReopen: false })
        {
            return null;
        }

        var keepsMethod = response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        var isForReading = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            && context.Operation.Method == HttpMethod.Get;
        if (!keepsMethod && !isForReading)
        {
            return null;
        }

        return Uri.TryCreate(current, location, out var next) && IsSameHost(current, next) ? next : null;
    }

    /// <summary>The same scheme, host and port, or the same host from http to https on the usual ports.</summary>
    public static bool IsSameHost(Uri one, Uri other)
        => one.Host.Equals(other.Host, StringComparison.OrdinalIgnoreCase)
            && ((one.Scheme == other.Scheme && one.Port == other.Port)
                || (one.Scheme == Uri.UriSchemeHttp && one.IsDefaultPort && other.Scheme == Uri.UriSchemeHttps && other.IsDefaultPort));
}

/// <summary>An answer came from a host that was not asked, so the key has been there too.</summary>
internal sealed class ForeignHostException(string message) : HttpRequestException(message);

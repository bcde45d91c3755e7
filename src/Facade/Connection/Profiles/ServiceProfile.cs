using System.Net.Http.Headers;
using Valentina.Connection.Responses;

namespace Valentina.Connection.Profiles;

/// <summary>What tells one service from the other on the wire. Everything else is shared.</summary>
internal abstract class ServiceProfile
{
    /// <summary>The name in exceptions, see <see cref="ServiceNames"/>.</summary>
    public abstract string Name { get; }

    /// <summary>The name of the client's type, for messages.</summary>
    public abstract string ClientName { get; }

    /// <summary>The category of the log events.</summary>
    public abstract string LogCategory { get; }

    /// <summary>The header that carries the key.</summary>
    public abstract string AuthenticationHeader { get; }

    /// <summary>Whether a body may hold U+0000 in its texts.</summary>
    public virtual bool TakesNul => true;

    /// <summary>The value of <see cref="AuthenticationHeader"/>.</summary>
    public abstract string FormatKey(string apiKey);

    /// <summary>Reads an error body, and the headers that belong to it.</summary>
    public abstract ErrorContent ReadError(HttpResponseHeaders headers, string? mediaType, ReadOnlyMemory<byte> body);

    /// <summary>Says what an error means: the one place where that is decided. Here by the status alone, as HTTP has it.</summary>
    public virtual ErrorKind Classify(in FailureFacts facts) => facts.Status switch
    {
        101 => ErrorKind.ProtocolChange,
        >= 300 and <= 399 => ErrorKind.Redirect,
        400 => ErrorKind.BadRequest,
        401 => ErrorKind.InvalidApiKey,
        403 => IsForeign(facts) ? ErrorKind.Other : ErrorKind.PermissionDenied,
        404 => ErrorKind.NotFound,
        409 => ErrorKind.Conflict,
        422 => ErrorKind.Unprocessable,
        429 => ErrorKind.RateLimited,
        >= 500 and <= 599 => ErrorKind.ServerError,
        _ => ErrorKind.Other,
    };

    /// <summary>What to do about an error, in sentences for its message; null where its own words say enough.</summary>
    public virtual string? Advise(in FailureFacts facts)
    {
        if (!IsForeign(facts))
        {
            return null;
        }

        var place = facts.BaseUrl is { } url ? $" {url.GetLeftPart(UriPartial.Path).TrimEnd('/')}" : "";
        return $"Nothing of {Name} answers there: check the base URL{place} (it must end before {PathPrefix}).";
    }

    /// <summary>What all paths of the service begin with; the base URL is without it.</summary>
    protected abstract string PathPrefix { get; }

    /// <summary>
    /// Whether the address was not the service's: the SDK asks for no path and no method that it does not have, so that a server that knows
    /// neither, or a page for a browser, is at another address than was meant.
    /// </summary>
    protected virtual bool IsForeign(in FailureFacts facts) => facts.Status switch
    {
        403 => facts.Error.IsPage,
        404 => facts.Error.IsPage || facts.Error.Detail == "Not Found",
        405 => true,
        _ => false,
    };

    /// <summary>The time that a request asks the service to keep, for <see cref="FailureFacts.Limit"/>; null where it says none.</summary>
    public virtual TimeSpan? LimitOf(object? body) => null;

    /// <summary>Whether an error says that it was too much at once, and so holds for other calls too.</summary>
    public virtual bool AsksToWait(int status, ErrorResponse error) => error.Kind == ErrorKind.RateLimited;

    /// <summary>
    /// How long the service counts before it begins anew, where the limit that an error speaks of works like that; null where it gives one
    /// token after the other.
    /// </summary>
    public virtual TimeSpan? LimitPeriod(ErrorContent error) => null;

    /// <summary>How long to wait after a 429 that gives no hint; null leaves it to the backoff.</summary>
    public virtual TimeSpan? WaitWithoutHint(ErrorContent error, DateTimeOffset clock) => null;
}

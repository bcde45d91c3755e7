using System.Net.Http.Headers;

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

    /// <summary>The value of <see cref="AuthenticationHeader"/>.</summary>
    public abstract string FormatKey(string apiKey);

    /// <summary>Reads an error body, and the headers that belong to it.</summary>
    public abstract ErrorContent ReadError(HttpResponseHeaders headers, string? mediaType, ReadOnlyMemory<byte> body);

    /// <summary>Whether a failure means that a budget is spent.</summary>
    public virtual bool IsBudgetExceeded(int status, ErrorContent error) => false;

    /// <summary>Whether a failure means that the key is not accepted, whatever the status says.</summary>
    public virtual bool IsUnauthenticated(int status, ErrorContent error) => status == 401;

    /// <summary>How long to wait after a 429 that gives no hint; null leaves it to the backoff.</summary>
    public virtual TimeSpan? WaitWithoutHint(ErrorContent error, DateTimeOffset clock) => null;
}

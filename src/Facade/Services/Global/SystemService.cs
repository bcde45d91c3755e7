using Valentina.Models;

namespace Valentina.Services;

/// <summary>The state of the service itself. Needs no company.</summary>
[GenerateSync]
public partial class SystemService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected SystemService()
    {
    }

    internal SystemService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>Reports whether the service, its database and its cache are up, with their latencies in milliseconds. Unlike many health checks it needs a valid API key.</summary>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The state of the service and its parts.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<SystemHealth> HealthAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.System.CheckSystemHealthAsync(options, cancellationToken);
}

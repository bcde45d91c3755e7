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

    /// <summary>
    /// Reports whether the service, its database and its cache are up, with their latencies in milliseconds. Unlike many health checks it
    /// needs a valid API key.
    /// </summary>
    /// <remarks>The operation <c>checkSystemHealth</c>.</remarks>
    /// <returns>The state of the service and its parts.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<SystemHealth> HealthAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.System.CheckSystemHealthAsync(options, cancellationToken);
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Valentina.HealthChecks;

/// <summary>Asks a service how it is, once and without repeating, and says in words what is wrong.</summary>
/// <typeparam name="TClient">The client that asks.</typeparam>
/// <param name="services">Where the client comes from.</param>
/// <param name="key">Its key; null for the one without.</param>
/// <param name="ask">Asks the service.</param>
internal sealed class ServiceHealthCheck<TClient>(
    IServiceProvider services, string? key, Func<TClient, RequestOptions, CancellationToken, Task<ServiceState>> ask) : IHealthCheck
    where TClient : class
{
    /// <summary>A service that is well answers within moments; who waits longer sets the timeout of the check.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failed = context.Registration.FailureStatus;
        try
        {
            // Resolved here, so that a missing client is a result like others, and wrong options where no host looked at them first.
            var client = key is null ? services.GetRequiredService<TClient>() : services.GetRequiredKeyedService<TClient>(key);
            var once = new RequestOptions
            {
                MaxRetries = 0,
                Timeout = context.Registration.Timeout is { Ticks: > 0 } limit ? limit : Patience,
            };
            var state = await ask(client, once, cancellationToken).ConfigureAwait(false);
            var status = state.Problem is null ? HealthStatus.Healthy : state.IsDegraded ? HealthStatus.Degraded : failed;
            return new HealthCheckResult(status, state.Problem, null, state.Data);
        }
        catch (RateLimitedException ex)
        {
            // It answers, to others.
            return new HealthCheckResult(HealthStatus.Degraded, ex.Message, ex);
        }
        catch (Exception ex) when (ex is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(failed, ex.Message, ex);
        }
    }
}

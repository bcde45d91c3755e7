using Microsoft.Extensions.Diagnostics.HealthChecks;
using Valentina;
using Valentina.ClaudeCode;
using Valentina.HealthChecks;
using Valentina.Models;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Health checks of Valentina Noir and the Claude Code API.</summary>
public static class ValentinaHealthChecksBuilderExtensions
{
    private const string ValentinaName = "valentina";
    private const string ClaudeCodeName = "claude-code";

    /// <summary>
    /// Checks Valentina Noir with the <see cref="ValentinaClient"/> of the container: one call, never repeated, which needs a valid key.
    /// The check fails when the service does not answer or its database is down; without its cache the service is
    /// degraded, and so it is while the rate limit of the key is reached.
    /// </summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="serviceKey">The key of a keyed client, as in <c>AddKeyedValentina</c>; null for the client without a key.</param>
    /// <param name="name">The name of the check; null for <c>valentina</c>, with the key behind a colon.</param>
    /// <param name="failureStatus">What a failure counts as; null for unhealthy.</param>
    /// <param name="tags">By which checks are chosen, such as <c>ready</c>.</param>
    /// <param name="timeout">How long the service may take; null for 10 s.</param>
    public static IHealthChecksBuilder AddValentina(
        this IHealthChecksBuilder builder,
        string? serviceKey = null,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
        => Add<ValentinaClient>(
            builder, serviceKey, name ?? Name(ValentinaName, serviceKey), failureStatus, tags, timeout, AskValentinaAsync);

    /// <summary>
    /// Checks the Claude Code API with the <see cref="ClaudeCodeClient"/> of the container: one call, never repeated, which runs no model
    /// and costs nothing. The check fails when the service does not answer or calls itself unwell; one that calls
    /// itself degraded is degraded.
    /// </summary>
    /// <remarks>While a streamed completion runs, the service answers nothing else. Give a <paramref name="failureStatus"/> of
    /// <see cref="HealthStatus.Degraded"/> where that must not take an instance out of service.</remarks>
    /// <param name="builder">The health checks.</param>
    /// <param name="serviceKey">The key of a keyed client, as in <c>AddKeyedClaudeCode</c>; null for the client without a key.</param>
    /// <param name="name">The name of the check; null for <c>claude-code</c>, with the key behind a colon.</param>
    /// <param name="failureStatus">What a failure counts as; null for unhealthy.</param>
    /// <param name="tags">By which checks are chosen, such as <c>ready</c>.</param>
    /// <param name="timeout">How long the service may take; null for 10 s.</param>
    public static IHealthChecksBuilder AddClaudeCode(
        this IHealthChecksBuilder builder,
        string? serviceKey = null,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
        => Add<ClaudeCodeClient>(
            builder, serviceKey, name ?? Name(ClaudeCodeName, serviceKey), failureStatus, tags, timeout, AskClaudeAsync);

    private static IHealthChecksBuilder Add<TClient>(
        IHealthChecksBuilder builder,
        string? serviceKey,
        string name,
        HealthStatus? failureStatus,
        IEnumerable<string>? tags,
        TimeSpan? timeout,
        Func<TClient, Valentina.RequestOptions, CancellationToken, Task<ServiceState>> ask)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name, services => new ServiceHealthCheck<TClient>(services, serviceKey, ask), failureStatus, tags, timeout));
    }

    private static string Name(string service, string? key) => key is null ? service : $"{service}:{key}";

    private static async Task<ServiceState> AskValentinaAsync(
        ValentinaClient client, Valentina.RequestOptions options, CancellationToken cancellationToken)
    {
        var health = await client.System.HealthAsync(options, cancellationToken).ConfigureAwait(false);
        return new ServiceState(
            health.IsHealthy ? null : $"The database is {health.DatabaseStatus}, the cache {health.CacheStatus}.",
            IsDegraded: health.DatabaseStatus == ServiceStatus.Online,
            new Dictionary<string, object>
            {
                ["version"] = health.Version ?? "",
                ["database"] = health.DatabaseStatus.Value,
                ["cache"] = health.CacheStatus.Value,
            });
    }

    private static async Task<ServiceState> AskClaudeAsync(
        ClaudeCodeClient client, Valentina.RequestOptions options, CancellationToken cancellationToken)
    {
        var health = await client.HealthAsync(options, cancellationToken).ConfigureAwait(false);
        return new ServiceState(
            health.IsOk ? null : $"The service calls itself {(health.Status.Length == 0 ? "nothing" : health.Status)}.",
            IsDegraded: health.Status == "degraded",
            health.Services.ToDictionary(
                static part => part.Key, static part => (object)part.Value.Status).Append(new("version", health.Version)).ToDictionary());
    }
}

using Valentina.ClaudeCode.Models;

namespace Valentina.ClaudeCode;

/// <content>What costs nothing: the state of the service, what it offers, what was used.</content>
public partial class ClaudeCodeClient
{
    /// <summary>The state of the service and of each of its parts. Needs no valid key.</summary>
    /// <remarks>The operation <c>GetHealth</c> (<c>health_health_get</c>).</remarks>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ValentinaException">The call failed; a <see cref="ConnectionFailedException"/> says that the service is
    /// down.</exception>
    public virtual Task<Health> HealthAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Service.GetHealthAsync(Quick(options), cancellationToken);

    /// <summary>Whether the service is ready for work, for the probe of an orchestrator. Needs no valid key.</summary>
    /// <remarks>The operation <c>GetReadiness</c> (<c>ready_ready_get</c>).</remarks>
    /// <inheritdoc cref="HealthAsync"/>
    public virtual Task<Readiness> ReadyAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Service.GetReadinessAsync(Quick(options), cancellationToken);

    /// <summary>The service's name, version and endpoints. Needs no valid key.</summary>
    /// <remarks>The operation <c>GetServiceInfo</c> (<c>root__get</c>).</remarks>
    /// <inheritdoc cref="HealthAsync"/>
    public virtual Task<ServiceInfo> GetServiceInfoAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Service.GetServiceInfoAsync(Quick(options), cancellationToken);

    /// <summary>The providers the service knows, with the names of their models. Needs no valid key.</summary>
    /// <remarks>The operation <c>ListProviders</c> (<c>list_providers_v1_providers_get</c>).</remarks>
    /// <inheritdoc cref="HealthAsync"/>
    public virtual Task<IReadOnlyList<ProviderInfo>> ListProvidersAsync(
        RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Providers.ListProvidersAsync(Quick(options), cancellationToken);

    /// <summary>The models of a provider, by name, with what they can do. Needs no valid key.</summary>
    /// <remarks>The operation <c>GetProviderModels</c> (<c>get_provider_models_v1_providers__provider__models_get</c>).</remarks>
    /// <param name="provider">The provider's name, as <see cref="ListProvidersAsync"/> gives it.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="NotFoundException">There is no such provider.</exception>
    /// <exception cref="ValentinaException">The call failed.</exception>
    public virtual Task<ProviderModels> GetProviderModelsAsync(
        string provider, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Providers.GetProviderModelsAsync(provider, Quick(options), cancellationToken);

    /// <summary>The agents and skills that tasks may be allowed to use.</summary>
    /// <remarks>The operation <c>GetCapabilities</c> (<c>get_capabilities_v1_capabilities_get</c>).</remarks>
    /// <inheritdoc cref="HealthAsync"/>
    public virtual Task<Capabilities> GetCapabilitiesAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Tasks.GetCapabilitiesAsync(Quick(options), cancellationToken);

    /// <summary>What the key's project used this month, by model, and what is left of its budget.</summary>
    /// <remarks>The operation <c>GetUsage</c> (<c>get_usage_v1_usage_get</c>).</remarks>
    /// <inheritdoc cref="HealthAsync"/>
    public virtual Task<UsageStats> GetUsageAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Usage.GetUsageAsync(null, Quick(options), cancellationToken);

    /// <summary>What the key's project used in a period, by model, and what is left of its budget.</summary>
    /// <remarks>The operation <c>GetUsage</c> (<c>get_usage_v1_usage_get</c>).</remarks>
    /// <param name="period">The period; the service refuses any but month, week and day.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadRequestException">The service knows no such period.</exception>
    /// <exception cref="ValentinaException">The call failed.</exception>
    public virtual Task<UsageStats> GetUsageAsync(
        UsagePeriod period, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Usage.GetUsageAsync(period, Quick(options), cancellationToken);

    /// <summary>Which model the service would take for a prompt, and why. Nothing is run and nothing is charged.</summary>
    /// <remarks>The operation <c>RecommendRoute</c> (<c>route_recommendation_v1_route_post</c>).</remarks>
    /// <param name="prompt">The prompt.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ValentinaException">The call failed.</exception>
    public virtual Task<RouteRecommendation> RouteAsync(
        string prompt, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => RouteAsync(new RouteRequest { Prompt = prompt }, options, cancellationToken);

    /// <inheritdoc cref="RouteAsync(string, RequestOptions, CancellationToken)"/>
    /// <param name="request">The prompt, and the size of the context that goes with it.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<RouteRecommendation> RouteAsync(
        RouteRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Completions.RecommendRouteAsync(request, Quick(options), cancellationToken);

    /// <summary>These calls look something up; nobody waits minutes for that.</summary>
    private RequestOptions Quick(RequestOptions? options)
        => RequestOptions.WithTimeout(options, Settings.Timeout < ClaudeCodeTimes.Quick ? Settings.Timeout : ClaudeCodeTimes.Quick);
}

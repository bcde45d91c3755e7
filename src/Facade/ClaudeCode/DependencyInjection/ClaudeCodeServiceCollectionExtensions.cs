using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Valentina.ClaudeCode;
using Valentina.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="ClaudeCodeClient"/>.</summary>
public static class ClaudeCodeServiceCollectionExtensions
{
    /// <summary>The name of the client's <see cref="HttpClient"/>; a colon and its key follow for a client with a key.</summary>
    public const string HttpClientName = "Valentina.ClaudeCode";

    /// <summary>
    /// Registers a <see cref="ClaudeCodeClient"/> as a singleton, with options bound from configuration. The options are checked when the
    /// host starts; what they leave open comes from the environment.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section with the options, for instance <c>configuration.GetSection("ClaudeCode")</c>.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy. Streams pass through them too.</returns>
    public static IHttpClientBuilder AddClaudeCode(this IServiceCollection services, IConfiguration configuration)
        => Add(services, null, options => options.Check(configuration).Bind(configuration));

    /// <inheritdoc cref="AddClaudeCode(IServiceCollection, IConfiguration)"/>
    /// <summary>Registers a <see cref="ClaudeCodeClient"/> as a singleton; see the overload with configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; null leaves everything to the environment.</param>
    public static IHttpClientBuilder AddClaudeCode(this IServiceCollection services, Action<ClaudeCodeOptions>? configure = null)
        => Add(services, null, options => options.Configure(configure ?? (static _ => { })));

    /// <summary>Registers one of several clients: for several keys, projects or servers in one program.</summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, as in <c>[FromKeyedServices("reviews")]</c>. It is also the name of the options.</param>
    /// <param name="configuration">The section with the options of this client.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy. Streams pass through them too.</returns>
    public static IHttpClientBuilder AddKeyedClaudeCode(this IServiceCollection services, string serviceKey, IConfiguration configuration)
        => Add(services, SdkClientRegistration.Key(serviceKey), options => options.Check(configuration).Bind(configuration));

    /// <inheritdoc cref="AddKeyedClaudeCode(IServiceCollection, string, IConfiguration)"/>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, as in <c>[FromKeyedServices("reviews")]</c>. It is also the name of the options.</param>
    /// <param name="configure">Sets the options of this client.</param>
    public static IHttpClientBuilder AddKeyedClaudeCode(
        this IServiceCollection services, string serviceKey, Action<ClaudeCodeOptions> configure)
        => Add(services, SdkClientRegistration.Key(serviceKey), options => options.Configure(configure));

    private static IHttpClientBuilder Add(IServiceCollection services, string? key, Action<OptionsBuilder<ClaudeCodeOptions>> configure)
        => services.AddSdkClient<ClaudeCodeClient, ClaudeCodeOptions>(
            HttpClientName,
            key,
            configure,
            static (options, client, loggers, time) => new ClaudeCodeClient(options, client, loggers, time));
}

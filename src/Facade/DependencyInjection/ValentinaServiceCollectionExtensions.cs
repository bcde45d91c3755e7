using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Valentina;
using Valentina.DependencyInjection;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="ValentinaClient"/>.</summary>
public static class ValentinaServiceCollectionExtensions
{
    private const string HttpClientName = "Valentina";

    /// <summary>
    /// Registers a <see cref="ValentinaClient"/> as a singleton, with options bound from configuration. The options are checked when the
    /// host starts; what they leave open comes from the environment. The client does not become the process's default unless they say so.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The section with the options, for instance <c>configuration.GetSection("Valentina")</c>.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy.</returns>
    public static IHttpClientBuilder AddValentina(this IServiceCollection services, IConfiguration configuration)
        => Add(services, null, options => options.Check(configuration).Bind(configuration));

    /// <inheritdoc cref="AddValentina(IServiceCollection, IConfiguration)"/>
    /// <summary>Registers a <see cref="ValentinaClient"/> as a singleton; see the overload with configuration.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the options; null leaves everything to the environment.</param>
    public static IHttpClientBuilder AddValentina(this IServiceCollection services, Action<ValentinaOptions>? configure = null)
        => Add(services, null, options => options.Configure(configure ?? (static _ => { })));

    /// <summary>
    /// Registers one of several clients, each with a key of its own: for several API keys, servers or companies in one program.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, as in <c>[FromKeyedServices("tremere")]</c>. It is also the name of the options.</param>
    /// <param name="configuration">The section with the options of this client.</param>
    /// <returns>The builder of the client's <see cref="HttpClient"/>, to add handlers or a proxy.</returns>
    public static IHttpClientBuilder AddKeyedValentina(this IServiceCollection services, string serviceKey, IConfiguration configuration)
        => Add(services, SdkClientRegistration.Key(serviceKey), options => options.Check(configuration).Bind(configuration));

    /// <inheritdoc cref="AddKeyedValentina(IServiceCollection, string, IConfiguration)"/>
    /// <param name="services">The services.</param>
    /// <param name="serviceKey">The key, as in <c>[FromKeyedServices("tremere")]</c>. It is also the name of the options.</param>
    /// <param name="configure">Sets the options of this client.</param>
    public static IHttpClientBuilder AddKeyedValentina(
        this IServiceCollection services, string serviceKey, Action<ValentinaOptions> configure)
        => Add(services, SdkClientRegistration.Key(serviceKey), options => options.Configure(configure));

    private static IHttpClientBuilder Add(IServiceCollection services, string? key, Action<OptionsBuilder<ValentinaOptions>> configure)
        => services.AddSdkClient<ValentinaClient, ValentinaOptions>(
            HttpClientName,
            key,
            options =>
            {
                // In a container nobody wants a registration to change what the whole process does.
                options.Configure(static o => o.SetAsDefault = false);
                configure(options);
            },
            static (options, client, loggers, time) => new ValentinaClient(options, client, loggers, time));
}

using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Valentina.DependencyInjection;

/// <summary>Registers a client of the SDK, keyed or not, with options that are checked when the host starts.</summary>
internal static class SdkClientRegistration
{
    /// <summary>The key of a keyed client, which must say something.</summary>
    /// <exception cref="ArgumentException">It is null or empty.</exception>
    public static string Key(string? serviceKey)
        => string.IsNullOrEmpty(serviceKey)
            ? throw new ArgumentException("The key of a client must not be empty.", nameof(serviceKey))
            : serviceKey;

    /// <summary>Registers the client as a singleton.</summary>
    /// <param name="services">The services.</param>
    /// <param name="name">The name of the client's <see cref="HttpClient"/>.</param>
    /// <param name="key">The service key, also the name of the options; null for the client without a key.</param>
    /// <param name="configure">Fills the options.</param>
    /// <param name="make">Makes the client.</param>
    public static IHttpClientBuilder AddSdkClient<
        TClient,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services,
        string name,
        string? key,
        Action<OptionsBuilder<TOptions>> configure,
        Func<TOptions, HttpClient, ILoggerFactory?, TimeProvider?, TClient> make)
        where TClient : class
        where TOptions : ClientOptions
    {
        var optionsName = key ?? Options.DefaultName;
        var clientName = key is null ? name : $"{name}:{key}";
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TOptions>, ClientOptionsValidator<TOptions>>());
        var options = services.AddOptions<TOptions>(optionsName);
        configure(options);
        options.ValidateOnStart();

        if (key is null)
        {
            services.TryAddSingleton(Make);
        }
        else
        {
            services.TryAddKeyedSingleton(key, (provider, _) => Make(provider));
        }

        return services.AddSdkHttpClient(clientName, typeof(TOptions), optionsName);

        TClient Make(IServiceProvider provider) => make(
            provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(optionsName),
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(clientName),
            provider.GetService<ILoggerFactory>(),
            provider.GetService<TimeProvider>());
    }
}

using Microsoft.Extensions.DependencyInjection;
using Valentina.Connection;

namespace Valentina.DependencyInjection;

/// <summary>Registers the <see cref="HttpClient"/> of an SDK client with the factory.</summary>
internal static class SdkHttpClient
{
    /// <summary>
    /// The client lives as long as the program: its handler renews connections itself, the SDK has deadlines of its own, and its own log
    /// masks what the factory's would show. Only the first registration of a name sets this up: what the user put on the builder after it
    /// must survive a second one.
    /// </summary>
    public static IHttpClientBuilder AddSdkHttpClient(this IServiceCollection services, string name)
    {
        var builder = services.AddHttpClient(name);
        if (services.Any(service => service.ServiceType == typeof(Configured)
            && service.ImplementationInstance is Configured configured
            && configured.Name == name))
        {
            return builder;
        }

        services.AddSingleton(new Configured(name));
        builder = builder
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Transport.CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

        // The factory runs the host's defaults before anything that belongs to a name, whatever the order they were registered in: what is
        // in the list now was inherited, and what the user adds on the builder comes later.
        return builder.ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => InheritedHandlers.RemoveRepeating(handlers));
    }

    /// <summary>Says that a name was set up.</summary>
    private sealed record Configured(string Name);
}

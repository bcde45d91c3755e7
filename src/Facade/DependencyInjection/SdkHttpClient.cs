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
    public static IHttpClientBuilder AddSdkHttpClient(this IServiceCollection services, string name, Type options, string optionsName)
    {
        var builder = services.AddHttpClient(name);
        if (OwnerOf(services, name) is not null)
        {
            return builder;
        }

        services.AddSingleton(new Configured(name, options, optionsName));
        builder = builder
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Transport.CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();

        // The factory runs the host's defaults before anything that belongs to a name, whatever the order they were registered in: what is
        // in the list now was inherited, and what the user adds on the builder comes later.
        return builder.ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => InheritedHandlers.RemoveRepeating(handlers));
    }

    /// <summary>The type and the name of the options of the client that has an <see cref="HttpClient"/>; null for others.</summary>
    public static (Type Options, string Name)? OwnerOf(IServiceCollection services, string name)
    {
        foreach (var service in services)
        {
            if (service.ServiceType == typeof(Configured) && service.ImplementationInstance is Configured found && found.Name == name)
            {
                return (found.Options, found.OptionsName);
            }
        }

        return null;
    }

    /// <summary>Says that a name was set up, and for whom.</summary>
    private sealed record Configured(string Name, Type Options, string OptionsName);
}

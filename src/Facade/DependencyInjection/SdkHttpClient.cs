using Microsoft.Extensions.DependencyInjection;
using Valentina.Connection;

namespace Valentina.DependencyInjection;

/// <summary>Registers the <see cref="HttpClient"/> of an SDK client with the factory.</summary>
internal static class SdkHttpClient
{
    /// <summary>
    /// The client lives as long as the program: its handler renews connections itself, the SDK has deadlines of its own, and its own log
    /// masks what the factory's would show.
    /// </summary>
    public static IHttpClientBuilder AddSdkHttpClient(this IServiceCollection services, string name)
        => services.AddHttpClient(name, static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(Transport.CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
}

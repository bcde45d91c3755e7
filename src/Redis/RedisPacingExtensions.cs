using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using Valentina.DependencyInjection;
using Valentina.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets the clients of a container share the pace of their key with other processes.</summary>
public static class RedisPacingExtensions
{
    /// <summary>
    /// Shares the tokens of the client's rate limits with every process that does the same with the same key, service and Redis. While
    /// Redis is away, each process keeps to the limits for itself alone, and says so once.
    /// </summary>
    /// <param name="builder">What <c>AddValentina</c> or <c>AddClaudeCode</c> returned.</param>
    /// <param name="configuration">Where Redis is, for instance <c>redis:6379</c>; everything that StackExchange.Redis understands.</param>
    /// <returns>The same builder.</returns>
    public static IHttpClientBuilder AddRedisPacing(this IHttpClientBuilder builder, string configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(configuration);
        var options = ConfigurationOptions.Parse(configuration);

        // The program starts, and goes on, without Redis.
        options.AbortOnConnectFail = false;
        builder.Services.TryAddKeyedSingleton<IConnectionMultiplexer>(
            Key(configuration), (_, _) => ConnectionMultiplexer.Connect(options));
        return builder.AddRedisPacing(provider => provider.GetRequiredKeyedService<IConnectionMultiplexer>(Key(configuration)));
    }

    /// <inheritdoc cref="AddRedisPacing(IHttpClientBuilder, string)"/>
    /// <param name="builder">What <c>AddValentina</c> or <c>AddClaudeCode</c> returned.</param>
    /// <param name="connect">Finds the connection, for instance one that the container has already.</param>
    public static IHttpClientBuilder AddRedisPacing(this IHttpClientBuilder builder, Func<IServiceProvider, IConnectionMultiplexer> connect)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(connect);
        return builder.UseRateLimitGate(
            provider => RedisRateLimits.CreateGate(connect(provider), provider.GetService<ILoggerFactory>()));
    }

    private static string Key(string configuration) => $"Valentina.Redis:{configuration}";
}

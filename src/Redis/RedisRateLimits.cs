using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;

namespace Valentina.Redis;

/// <summary>Makes rate-limit gates whose tokens several processes share through Redis.</summary>
public static class RedisRateLimits
{
    /// <summary>The category of the log events.</summary>
    public const string LogCategory = "Valentina.Client.Redis";

    /// <summary>What the names of the keys in Redis begin with unless said otherwise.</summary>
    public const string DefaultPrefix = "valentina:ratelimit";

    /// <summary>Makes a gate for <see cref="ClientOptions.RateLimitGate"/>, for programs without a container.</summary>
    /// <param name="redis">The connection to Redis; it stays the caller's.</param>
    /// <param name="loggerFactory">Where it says that Redis is away or back; null for nowhere.</param>
    /// <param name="prefix">What the names of the keys begin with. The API key is not in them, only a keyed hash.</param>
    public static RateLimitGate CreateGate(
        IConnectionMultiplexer redis, ILoggerFactory? loggerFactory = null, string prefix = DefaultPrefix)
    {
        ArgumentNullException.ThrowIfNull(redis);
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        return new RateLimitGate(new RedisTokens(redis, prefix, (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(LogCategory)));
    }
}

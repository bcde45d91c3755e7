using System.Globalization;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using Valentina.Connection.Pacing;

namespace Valentina.Redis;

/// <summary>Keeps the tokens in Redis, where one script takes them. While Redis is away each process keeps to its own gate.</summary>
internal sealed partial class RedisTokens(IConnectionMultiplexer redis, string prefix, ILogger logger) : IRateLimitStore
{
    private static readonly string Script = ReadScript();

    private int _isAway;

    public async ValueTask<TimeSpan> TakeAsync(string scope, IReadOnlyList<RateLimitPolicy> limits, CancellationToken cancellationToken)
    {
        if (!TryPrepare(scope, limits, out var keys, out var arguments))
        {
            return TimeSpan.Zero;
        }

        try
        {
            var answer = await redis.GetDatabase().ScriptEvaluateAsync(Script, keys, arguments)
                .WaitAsync(cancellationToken).ConfigureAwait(false);
            return Back(answer);
        }
        catch (Exception ex) when (ex is RedisException or TimeoutException or ObjectDisposedException)
        {
            return Away(ex);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The call ends by itself.
            return TimeSpan.Zero;
        }
    }

    public TimeSpan Take(string scope, IReadOnlyList<RateLimitPolicy> limits)
    {
        if (!TryPrepare(scope, limits, out var keys, out var arguments))
        {
            return TimeSpan.Zero;
        }

        try
        {
            return Back(redis.GetDatabase().ScriptEvaluate(Script, keys, arguments));
        }
        catch (Exception ex) when (ex is RedisException or TimeoutException or ObjectDisposedException)
        {
            return Away(ex);
        }
    }

    public void Close(string scope, IReadOnlyList<RateLimitPolicy> limits, TimeSpan wait)
    {
        if (!TryPrepare(scope, limits, out var keys, out var arguments))
        {
            return;
        }

        arguments[0] = "close";
        arguments[1] = Number(wait.TotalMilliseconds);
        try
        {
            redis.GetDatabase().ScriptEvaluate(Script, keys, arguments, CommandFlags.FireAndForget);
        }
        catch (Exception ex) when (ex is RedisException or TimeoutException or ObjectDisposedException)
        {
            Away(ex);
        }
    }

    private static string ReadScript()
    {
        using var stream = typeof(RedisTokens).Assembly.GetManifestResourceStream("tokens.lua")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static RedisValue Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Only limits whose pace is known can be shared. A connection that is down is not waited for.</summary>
    private bool TryPrepare(string scope, IReadOnlyList<RateLimitPolicy> limits, out RedisKey[] keys, out RedisValue[] arguments)
    {
        RateLimitPolicy[] told = [.. limits.Where(limit => limit is { Quota: > 0, Window.Ticks: > 0 })];
        keys = [.. told.Select(limit => (RedisKey)$"{prefix}:{{{scope}}}:{limit.Name}")];
        arguments = ["take", 0, .. told.SelectMany(limit => (RedisValue[])[
            limit.Quota!.Value,
            Number(limit.Window!.Value.TotalMilliseconds),
            // The one it has just taken, and the part of one that whole numbers leave out.
            (limit.Remaining ?? 0) + 2,
        ])];
        if (keys.Length == 0)
        {
            return false;
        }

        if (redis.IsConnected)
        {
            return true;
        }

        Away(null);
        return false;
    }

    private TimeSpan Back(RedisResult answer)
    {
        if (Interlocked.Exchange(ref _isAway, 0) == 1)
        {
            LogBack(logger);
        }

        return double.TryParse((string?)answer, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : TimeSpan.Zero;
    }

    private TimeSpan Away(Exception? exception)
    {
        if (Interlocked.Exchange(ref _isAway, 1) == 0)
        {
            LogAway(logger, exception?.GetType().Name ?? "not connected");
        }

        return TimeSpan.Zero;
    }

    [LoggerMessage(
        50, LogLevel.Warning, "Redis cannot be asked ({Reason}): until it can, this process keeps to the rate limits for itself alone",
        EventName = "RateLimitStoreAway")]
    private static partial void LogAway(ILogger logger, string reason);

    [LoggerMessage(51, LogLevel.Information, "Redis answers again: the rate limits are shared", EventName = "RateLimitStoreBack")]
    private static partial void LogBack(ILogger logger);
}

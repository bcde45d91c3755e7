using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Valentina.Connection;
using Valentina.Connection.Retries;
using Valentina.Json;
using Valentina.Json.Codecs;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>Makes connections over a stub, with a clock that stands still until told and waits that pass at once.</summary>
internal static class TestConnection
{
    public const string Key = "key-0123456789-SECRET";

    public static readonly Guid UserId = Guid.Parse("01a20190-cb47-7136-b945-f4bab262d58b");

    public static ValentinaOptions Options(Action<ValentinaOptions>? change = null)
    {
        var options = new ValentinaOptions { BaseUrl = "http://server.test", ApiKey = Key };
        change?.Invoke(options);
        return options;
    }

    public static ApiConnection Over(
        HttpMessageHandler handler,
        Action<ValentinaOptions>? change = null,
        TimeProvider? time = null,
        ILoggerFactory? loggers = null,
        double randomizer = 0.5)
        => new(
            Options(change).Resolve(EnvironmentReaders.None), Transport.Of(handler), loggers, time ?? new AutoTimeProvider(),
            () => randomizer);

    /// <summary>Sends a request that is answered by a model.</summary>
    public static Task<T> SendAsync<T>(
        this IApiConnection connection, ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        where T : class, IJsonModel<T>
        => connection.SendAsync(request, ModelCodec<T>.Read, options, cancellationToken);

    /// <inheritdoc cref="SendAsync{T}"/>
    public static T Send<T>(
        this IApiConnection connection, ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
        where T : class, IJsonModel<T>
        => connection.Send(request, ModelCodec<T>.Read, options, cancellationToken);

    /// <summary>Sends by the asynchronous or the synchronous path.</summary>
    public static async Task<T> CallAsync<T>(
        this IApiConnection connection,
        bool sync,
        ApiRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        where T : class, IJsonModel<T>
        => sync
            ? connection.Send<T>(request, options, cancellationToken)
            : await connection.SendAsync<T>(request, options, cancellationToken);

    public static async Task CallAsync(
        this IApiConnection connection,
        bool sync,
        ApiRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        if (sync)
        {
            connection.Send(request, options, cancellationToken);
        }
        else
        {
            await connection.SendAsync(request, options, cancellationToken);
        }
    }

    public static async Task<FileDownload> DownloadAsync(
        this IApiConnection connection,
        bool sync,
        ApiRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => sync
            ? connection.Download(request, options, cancellationToken)
            : await connection.DownloadAsync(request, options, cancellationToken);
}

/// <summary>A clock that jumps over every wait and keeps how long it was. Deadlines fire only when it passes them.</summary>
internal sealed class AutoTimeProvider : TimeProvider
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 4, 10, 20, 30, TimeSpan.Zero));

    /// <summary>Every wait that was asked for between attempts.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public void Advance(TimeSpan time) => _clock.Advance(time);

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is not IWait)
        {
            return _clock.CreateTimer(callback, state, dueTime, period);
        }

        Waits.Add(dueTime);
        _clock.Advance(dueTime);
        return _clock.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}

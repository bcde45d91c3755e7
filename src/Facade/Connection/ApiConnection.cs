using System.Globalization;
using Microsoft.Extensions.Logging;
using Valentina.Connection.Requests;
using Valentina.Connection.Responses;
using Valentina.Connection.Secrets;
using Valentina.Json;
using Valentina.Json.Codecs;
using Valentina.Raw;

namespace Valentina.Connection;

/// <summary>
/// A connection, or a view of one that acts as a user. Views share everything with the connection they were made from,
/// and disposing one does nothing.
/// </summary>
internal sealed partial class ApiConnection : IApiConnection, IDisposable, IAsyncDisposable
{
    private readonly ConnectionCore _core;
    private readonly bool _isView;
    private readonly string? _actingUser;

    /// <summary>Makes a connection.</summary>
    /// <param name="settings">The options, complete and checked.</param>
    /// <param name="transport">What carries the messages; disposed with the connection if it is its own.</param>
    /// <param name="loggers">Where events go; null for nowhere.</param>
    /// <param name="time">The clock of deadlines and waits; null for the machine's.</param>
    /// <param name="randomizer">Random numbers from 0 to 1 for the jitter; null for the machine's.</param>
    public ApiConnection(
        ConnectionSettings settings,
        Transport transport,
        ILoggerFactory? loggers = null,
        TimeProvider? time = null,
        Func<double>? randomizer = null)
        => _core = new ConnectionCore(settings, transport, loggers, time, randomizer);

    private ApiConnection(ConnectionCore core, Guid actingUser)
    {
        _core = core;
        _isView = true;
        ActingUser = actingUser;
        _actingUser = actingUser.ToString("D", CultureInfo.InvariantCulture);
    }

    private ApiConnection(ConnectionCore core)
    {
        _core = core;
        _isView = true;
    }

    /// <summary>The user on whose behalf calls are made, or null.</summary>
    public Guid? ActingUser { get; }

    /// <summary>The settings shared by all views.</summary>
    public ConnectionSettings Settings => _core.Settings;

    /// <summary>The clock shared by all views.</summary>
    public TimeProvider Time => _core.Time;

    /// <summary>Cancelled when the connection is disposed.</summary>
    public CancellationToken Disposal => _core.Disposal;

    /// <summary>Takes the keys out of what leaves the SDK.</summary>
    public SecretRedactor Secrets => _core.Secrets;

    /// <summary>Makes the exceptions of what does not go over HTTP.</summary>
    public FailureFactory Failures => _core.Failures;

    /// <summary>The key that is sent from now on; null when there is none.</summary>
    public string? ApiKey => _core.Key.Value;

    /// <summary>The gate that calls go through now; null where nothing is paced.</summary>
    public Pacing.PacingGate? PacingGate => _core.Pacer.Gate;

    /// <summary>The rate limits as they are known now.</summary>
    public RateLimitState RateLimits => PacingGate?.Describe() ?? new RateLimitState([]);

    /// <summary>Whether the connection was disposed.</summary>
    public bool IsDisposed => _core.IsDisposed;

    /// <summary>A view that acts as a user.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public ApiConnection WithActingUser(Guid userId)
        => userId == Guid.Empty
            ? throw new ArgumentException("The id of the acting user must not be empty.", nameof(userId))
            : new ApiConnection(_core, userId);

    /// <summary>
    /// Uses a new key from the next call on, in all views. A key that cannot be sent is left aside: the answer that brought it must not be
    /// lost.
    /// </summary>
    public void ReplaceApiKey(string apiKey)
    {
        if (!string.IsNullOrWhiteSpace(apiKey) && HeaderRules.IsKey(apiKey.AsSpan().Trim()))
        {
            _core.Key.Replace(apiKey);
        }
    }

    /// <summary>A view that uses another key, over the same transport.</summary>
    /// <exception cref="ArgumentException">It is blank or holds what cannot be sent.</exception>
    public ApiConnection WithApiKey(string apiKey) => new(new ConnectionCore(_core, Settings with { ApiKey = apiKey.Trim() }));

    /// <summary>Asks for another protocol on the connection, with retries and errors as for any other call.</summary>
    /// <param name="request">The request.</param>
    /// <param name="prepare">Adds the headers of the handshake to each attempt.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Cancels the handshake, not what comes after it.</param>
    /// <returns>The answer, always 101. Its body is the connection; the caller disposes it.</returns>
    public async Task<HttpResponseMessage> UpgradeAsync(
        ApiRequest request, Action<HttpRequestMessage> prepare, RequestOptions? options, CancellationToken cancellationToken)
    {
        var context = _core.Contexts.Create(
            request, options, _actingUser, RequestKind.Json, isSynchronous: false, cancellationToken, prepare);
        try
        {
            await _core.ExecuteAsync(context).ConfigureAwait(false);
            return TakeResponse(context);
        }
        finally
        {
            context.Release();
        }
    }

    /// <inheritdoc cref="UpgradeAsync"/>
    public HttpResponseMessage Upgrade(
        ApiRequest request, Action<HttpRequestMessage> prepare, RequestOptions? options, CancellationToken cancellationToken)
    {
        var context = _core.Contexts.Create(
            request, options, _actingUser, RequestKind.Json, isSynchronous: true, cancellationToken, prepare);
        try
        {
            _core.Execute(context);
            return TakeResponse(context);
        }
        finally
        {
            context.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<T> SendAsync<T>(
        ApiRequest request, JsonReading<T> read, RequestOptions? options, CancellationToken cancellationToken)
    {
        var context = _core.Contexts.Create(request, options, _actingUser, RequestKind.Json, isSynchronous: false, cancellationToken);
        try
        {
            await _core.ExecuteAsync(context).ConfigureAwait(false);
            return Parse(context, read);
        }
        finally
        {
            context.Release();
        }
    }

    /// <inheritdoc/>
    public async Task SendAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        var context = _core.Contexts.Create(request, options, _actingUser, RequestKind.NoContent, isSynchronous: false, cancellationToken);
        try
        {
            await _core.ExecuteAsync(context).ConfigureAwait(false);
        }
        finally
        {
            context.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<FileDownload> DownloadAsync(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        var context = _core.Contexts.Create(request, options, _actingUser, RequestKind.Download, isSynchronous: false, cancellationToken);
        try
        {
            await _core.ExecuteAsync(context).ConfigureAwait(false);
            try
            {
                return Stream(context, await context.Response!.Content.ReadAsStreamAsync(context.Token).ConfigureAwait(false));
            }
            catch (Exception ex) when (_core.OfDownload(context, ex) is { } failure)
            {
                throw failure;
            }
        }
        finally
        {
            context.Release();
        }
    }

    /// <inheritdoc/>
    public T Send<T>(ApiRequest request, JsonReading<T> read, RequestOptions? options, CancellationToken cancellationToken)
    {
        var context = _core.Contexts.Create(request, options, _actingUser, RequestKind.Json, isSynchronous: true, cancellationToken);
        try
        {
            _core.Execute(context);
            return Parse(context, read);
        }
        finally
        {
            context.Release();
        }
    }

    /// <inheritdoc/>
    public void Send(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        var context = _core.Contexts.Create(request, options, _actingUser, RequestKind.NoContent, isSynchronous: true, cancellationToken);
        try
        {
            _core.Execute(context);
        }
        finally
        {
            context.Release();
        }
    }

    /// <inheritdoc/>
    public FileDownload Download(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        var context = _core.Contexts.Create(request, options, _actingUser, RequestKind.Download, isSynchronous: true, cancellationToken);
        try
        {
            _core.Execute(context);
            try
            {
                return Stream(context, context.Response!.Content.ReadAsStream(context.Token));
            }
            catch (Exception ex) when (_core.OfDownload(context, ex) is { } failure)
            {
                throw failure;
            }
        }
        finally
        {
            context.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isView)
        {
            _core.Dispose();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }
}

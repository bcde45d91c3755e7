using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using Polly.Timeout;
using Valentina.Connection.Pacing;
using Valentina.Connection.RateLimits;
using Valentina.Connection.Requests;
using Valentina.Connection.Responses;
using Valentina.Connection.Retries;
using Valentina.Connection.Secrets;
using Valentina.Logging;
using Valentina.Telemetry;

namespace Valentina.Connection;

/// <summary>What all views of a connection share: settings, transport, retry pipeline, logging and telemetry.</summary>
internal sealed partial class ConnectionCore : IDisposable
{
    private readonly Transport _transport;
    private readonly RequestBuilder _requests;
    private readonly RequestContextFactory _contexts;
    private readonly FailureFactory _failures;
    private readonly Pacer _pacer;
    private readonly ILogger _logger;
    private readonly RequestLog _log;
    private readonly RequestTelemetry _telemetry;
    private readonly Func<double> _randomizer;
    private readonly ConnectionCore? _origin;
    private readonly CancellationTokenSource _disposal = new();
    private int _disposed;

    public ConnectionCore(
        ConnectionSettings settings, Transport transport, ILoggerFactory? loggers, TimeProvider? time, Func<double>? randomizer = null)
        : this(
            settings,
            origin: null,
            transport,
            time ?? TimeProvider.System,
            new SecretRedactor(),
            (loggers ?? NullLoggerFactory.Instance).CreateLogger(settings.Profile.LogCategory),
            randomizer ?? Random.Shared.NextDouble)
        => _log.Created(settings);

    /// <summary>The same transport, clock and log with other settings; alive as long as its origin.</summary>
    public ConnectionCore(ConnectionCore origin, ConnectionSettings settings)
        : this(settings, origin, origin._transport, origin.Time, origin.Secrets, origin._logger, origin._randomizer)
    {
    }

    private ConnectionCore(
        ConnectionSettings settings,
        ConnectionCore? origin,
        Transport transport,
        TimeProvider time,
        SecretRedactor secrets,
        ILogger logger,
        Func<double> randomizer)
    {
        Settings = settings;
        Time = time;
        Secrets = secrets;
        Key = new ApiKey(settings.ApiKey, settings.Profile, secrets);
        _origin = origin;
        _transport = transport;
        _logger = logger;
        _randomizer = randomizer;
        _requests = new RequestBuilder(settings, Key);
        _contexts = new RequestContextFactory(settings, time);
        _failures = new FailureFactory(settings.Profile, secrets);
        var isOurs = transport.IsOwned && ReferenceEquals(time, TimeProvider.System);
        _pacer = origin is not null && origin.Settings.ApiKey == settings.ApiKey ? origin._pacer
            : new Pacer(this, new GateSource(settings, Key, time, isOurs));
        _log = new RequestLog(logger, time, secrets);
        _telemetry = new RequestTelemetry(settings, time, secrets);
    }

    public ConnectionSettings Settings { get; }

    public TimeProvider Time { get; }

    public ApiKey Key { get; }

    /// <summary>Takes the keys out of what leaves the SDK; one for all views.</summary>
    public SecretRedactor Secrets { get; }

    public RequestContextFactory Contexts => _contexts;

    public FailureFactory Failures => _failures;

    /// <summary>Cancelled when the client is disposed, which ends the calls in flight.</summary>
    public CancellationToken Disposal => _origin?.Disposal ?? _disposal.Token;

    public bool IsDisposed => _origin?.IsDisposed ?? Volatile.Read(ref _disposed) != 0;

    public Pacer Pacer => _pacer;

    /// <summary>Made when a call is repeated for the first time: most programs end before, and need not wait for it.</summary>
    private ResiliencePipeline<RequestContext> Retries => field ??= RetryPipeline.Create(this);

    public void Dispose()
    {
        if (_origin is null && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            // Ends what is going on. The source stays: those who end themselves still look at it.
            try
            {
                _disposal.Cancel();
            }
            finally
            {
                _transport.Dispose();
                _log.Closed(Settings);
            }
        }
    }

    /// <summary>Whether the last attempt is repeated; also keeps how long to wait before.</summary>
    public bool DecideAboutRepeating(RequestContext context)
    {
        if (IsDisposed)
        {
            return false;
        }

        context.Decision = RetryRules.Decide(context, Settings, Time.GetElapsedTime(context.StartedAt), _randomizer());
        return context.Decision.Verdict == RetryVerdict.Repeat;
    }

    /// <summary>Notes what the failed attempt leaves behind, before the wait for the next.</summary>
    public void BeforeRepeating(RequestContext context)
    {
        context.MayHaveTakenEffect |= context.Outcome == AttemptOutcome.Answered ? context.Status >= 500 : !RetryRules.NeverLeft(context);
        _log.Repeating(context);
        _telemetry.Repeating(context);
        context.ReleaseAnswer();
    }

    /// <summary>A call has to wait for its turn.</summary>
    public void WaitingAtGate(RequestContext context, int waiting)
    {
        _log.Waiting(context, waiting);
        _telemetry.Waiting(context, waiting);
    }

    /// <summary>It need not wait any longer.</summary>
    public void WaitedAtGate(RequestContext context) => _telemetry.Waited(context);

    private void Begin(RequestContext context)
    {
        ThrowIfDisposed();
        if (context.Request.Body is ClaudeCode.Models.AgenticTaskRequest { ApiKey: { } key })
        {
            Secrets.Add(key);
        }

        _log.Sending(context);
        _telemetry.Begin(context);
    }

    /// <summary>Reports the final outcome, and throws if it is a failure.</summary>
    private void End(RequestContext context)
    {
        _log.Completed(context);
        _telemetry.End(context);
        if (context.Outcome == AttemptOutcome.Answered)
        {
            context.Options?.OnResponse?.Invoke(Info(context));
        }

        if (!context.IsSuccess)
        {
            if (context.Outcome is not (AttemptOutcome.Answered or AttemptOutcome.Cancelled))
            {
                ThrowIfDisposed();
            }

            throw _failures.Create(context);
        }
    }

    /// <summary>The exception for a success whose body is not what the contract says; the call is logged as a failure.</summary>
    public UnreadableResponseException Unreadable(RequestContext context, string reason, Exception? cause = null)
    {
        _log.Unreadable(context);
        return _failures.Unreadable(context, reason, cause);
    }

    /// <summary>
    /// The exception for a download whose answer came but cannot be handed on, logged as a failure; null for what goes through.
    /// </summary>
    public Exception? OfDownload(RequestContext context, Exception exception)
    {
        var failure = _failures.OfDownload(context, exception);
        if (failure is ValentinaException)
        {
            _log.Unreadable(context);
        }

        return failure;
    }

    /// <exception cref="ObjectDisposedException">The client was disposed.</exception>
    public void ThrowIfDisposed()
    {
        if (IsDisposed)
        {
            throw Disposed();
        }
    }

    /// <summary>The exception that says which client was disposed.</summary>
    public ObjectDisposedException Disposed() => new(Settings.Profile.ClientName);

    private ResponseInfo Info(RequestContext context) => new()
    {
        StatusCode = context.Response!.StatusCode,
        Headers = Secrets.Redact(HeaderMap.Of(context.Response)),
        RequestId = Secrets.RedactLine(HeaderMap.RequestId(context)),
        Attempts = context.Attempts,
        AlreadyDeleted = context.IsRepeatedDeletion,
        RateLimit = Secrets.Redact(context.ErrorResponse is { } error ? error.RateLimit : RateLimitReader.Read(context.Response.Headers)),
    };

    /// <summary>Reads what a failed answer says, once its body is there.</summary>
    private void ReadErrorResponse(RequestContext context)
    {
        if (context is { Outcome: AttemptOutcome.Answered, IsUpgraded: false, Response.IsSuccessStatusCode: false })
        {
            context.ErrorResponse = ErrorResponse.Read(context, Settings.Profile, Time, Settings.BaseUrl);
        }
    }

    /// <summary>
    /// Turns whatever an attempt threw into its outcome. What nobody foresaw counts as a broken connection, with the exception inside;
    /// only what ends the process anyway goes through.
    /// </summary>
    private bool TryClassify(RequestContext context, Exception exception, Deadline deadline)
    {
        if (exception is OutOfMemoryException or ITestFailure)
        {
            return false;
        }

        context.Failure = exception;
        if (context.SentContent is MultipartFileContent { SourceFailure: { } source } && !context.Token.IsCancellationRequested)
        {
            context.Failure = source;
            context.Outcome = AttemptOutcome.SourceFailed;
        }
        else if (context.Token.IsCancellationRequested)
        {
            context.Outcome = AttemptOutcome.Cancelled;
        }
        else if (IsDisposed)
        {
            context.Outcome = AttemptOutcome.ConnectionFailed;
        }
        else if (deadline.HasPassed || ExceptionChain.Contains<DeadlinePassedException>(exception))
        {
            context.Outcome = AttemptOutcome.TimedOut;
            context.TotalTimeoutExceeded = deadline.EndsCall;
            context.PassedTimeout = deadline.EndsCall ? context.TotalTimeout : context.AttemptTimeout;
        }
        else if (exception is OperationCanceledException { InnerException: TimeoutException })
        {
            context.Outcome = AttemptOutcome.TimedOut;
            context.PassedTimeout = _transport.ClientTimeout ?? context.AttemptTimeout;
        }
        else if (exception is TimeoutRejectedException rejected)
        {
            // A resilience handler of the host has a limit of its own.
            context.Outcome = AttemptOutcome.TimedOut;
            context.PassedTimeout = rejected.Timeout;
        }
        else
        {
            context.Outcome = IsOfDecompression(context, exception) ? AttemptOutcome.Unreadable : AttemptOutcome.ConnectionFailed;
        }

        return true;
    }

    /// <summary>
    /// Once the headers are there, data that cannot be decompressed shows as one of two types, brotli's as the second. The header that
    /// named the compression is no help: the handler removes it when it decompresses by itself.
    /// </summary>
    private static bool IsOfDecompression(RequestContext context, Exception exception)
        => context.Response is not null && exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException;

    private static void CheckHost(HttpResponseMessage response, Uri asked)
    {
        if (response.RequestMessage?.RequestUri is { IsAbsoluteUri: true } answered && !Redirects.IsSameHost(asked, answered))
        {
            throw new ForeignHostException(
                $"The HttpClient followed a redirect to another host, {answered.Host}, and took the API key along. Replace the key, and give the SDK a client whose handler has AllowAutoRedirect = false.");
        }
    }
}

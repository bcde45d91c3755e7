using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Polly;
using Polly.Timeout;
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
    private readonly RequestContextFactory _calls;
    private readonly FailureFactory _failures;
    private readonly ResiliencePipeline<RequestContext> _retries;
    private readonly ILogger _logger;
    private readonly RequestLog _log;
    private readonly RequestTelemetry _telemetry;
    private readonly Func<double> _randomizer;
    private readonly ConnectionCore? _origin;
    private readonly CancellationTokenSource _disposal = new();
    private int _disposed;

    public ConnectionCore(ConnectionSettings settings, Transport transport, ILoggerFactory? loggers, TimeProvider? time, Func<double>? randomizer = null)
    {
        Settings = settings;
        Time = time ?? TimeProvider.System;
        _transport = transport;
        Secrets = new SecretRedactor();
        Key = new ApiKey(settings.ApiKey, settings.Profile, Secrets);
        _requests = new RequestBuilder(settings, Key);
        _calls = new RequestContextFactory(settings, Time);
        _failures = new FailureFactory(settings, Secrets);
        _logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger(settings.Profile.LogCategory);
        _log = new RequestLog(_logger, Time, Secrets);
        _telemetry = new RequestTelemetry(settings, Time, Secrets);
        _randomizer = randomizer ?? Random.Shared.NextDouble;
        _retries = RetryPipeline.Create(this);
        _logger.ClientCreated(BaseUrlText, settings.Timeout, settings.MaxRetries);
    }

    /// <summary>The same transport, clock and log with other settings; alive as long as its origin.</summary>
    public ConnectionCore(ConnectionCore origin, ConnectionSettings settings)
    {
        Settings = settings;
        Time = origin.Time;
        _origin = origin;
        _transport = origin._transport;
        Secrets = origin.Secrets;
        Key = new ApiKey(settings.ApiKey, settings.Profile, Secrets);
        _requests = new RequestBuilder(settings, Key);
        _calls = new RequestContextFactory(settings, Time);
        _failures = new FailureFactory(settings, Secrets);
        _logger = origin._logger;
        _log = origin._log;
        _telemetry = new RequestTelemetry(settings, Time, Secrets);
        _randomizer = origin._randomizer;
        _retries = RetryPipeline.Create(this);
    }

    public ConnectionSettings Settings { get; }

    public TimeProvider Time { get; }

    public ApiKey Key { get; }

    /// <summary>Takes the keys out of what leaves the SDK; one for all views.</summary>
    public SecretRedactor Secrets { get; }

    public RequestContextFactory Calls => _calls;

    public FailureFactory Failures => _failures;

    /// <summary>Cancelled when the client is disposed, which ends the calls in flight.</summary>
    public CancellationToken Disposal => _origin?.Disposal ?? _disposal.Token;

    public bool IsDisposed => _origin?.IsDisposed ?? Volatile.Read(ref _disposed) != 0;

    private string BaseUrlText => Secrets.RedactLine(Settings.BaseUrl.GetLeftPart(UriPartial.Path));

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
                _logger.ClientClosed(BaseUrlText);
            }
        }
    }

    /// <summary>Whether the last attempt is repeated; also keeps how long to wait before.</summary>
    public bool DecideAboutRepeating(RequestContext call)
    {
        if (IsDisposed)
        {
            return false;
        }

        call.Decision = RetryRules.Decide(call, Settings, Time.GetElapsedTime(call.StartedAt), _randomizer());
        return call.Decision.Verdict == RetryVerdict.Repeat;
    }

    /// <summary>Notes what the failed attempt leaves behind, before the wait for the next.</summary>
    public void BeforeRepeating(RequestContext call)
    {
        call.MayHaveTakenEffect |= call.Outcome == AttemptOutcome.Answered ? call.Status >= 500 : !RetryRules.NeverLeft(call);
        _log.Repeating(call);
        _telemetry.Repeating(call);
        call.ReleaseAnswer();
    }

    private void Begin(RequestContext call)
    {
        ThrowIfDisposed();
        if (call.Request.Body is ClaudeCode.Models.AgenticTaskRequest { ApiKey: { } key })
        {
            Secrets.Add(key);
        }

        _log.Sending(call);
        _telemetry.Begin(call);
    }

    /// <summary>Reports the final outcome, and throws if it is a failure.</summary>
    private void End(RequestContext call)
    {
        _log.Completed(call);
        _telemetry.End(call);
        if (call.Outcome == AttemptOutcome.Answered)
        {
            call.Options?.OnResponse?.Invoke(Info(call));
        }

        if (!call.IsSuccess)
        {
            if (call.Outcome is not (AttemptOutcome.Answered or AttemptOutcome.Cancelled))
            {
                ThrowIfDisposed();
            }

            throw _failures.Create(call);
        }
    }

    /// <summary>The exception for a success whose body is not what the contract says; the call is logged as a failure.</summary>
    public UnreadableResponseException Unreadable(RequestContext call, string reason, Exception? cause = null)
    {
        _log.Unreadable(call);
        return _failures.Unreadable(call, reason, cause);
    }

    /// <summary>The exception for a download whose answer came but cannot be handed on, logged as a failure; null for what goes through.</summary>
    public Exception? OfDownload(RequestContext call, Exception exception)
    {
        var failure = _failures.OfDownload(call, exception);
        if (failure is ValentinaException)
        {
            _log.Unreadable(call);
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

    private ResponseInfo Info(RequestContext call) => new()
    {
        StatusCode = call.Response!.StatusCode,
        Headers = Secrets.Redact(HeaderMap.Of(call.Response)),
        RequestId = Secrets.RedactLine(HeaderMap.RequestId(call)),
        Attempts = call.Attempts,
        AlreadyDeleted = call.IsRepeatedDeletion,
        RateLimit = Secrets.Redact(call.ErrorResponse is { } refusal ? refusal.RateLimit : RateLimitReader.Read(call.Response.Headers)),
    };

    /// <summary>Reads what a failed answer says, once its body is there.</summary>
    private void ReadErrorResponse(RequestContext call)
    {
        if (call is { Outcome: AttemptOutcome.Answered, IsUpgraded: false, Response: { IsSuccessStatusCode: false } response })
        {
            call.ErrorResponse = ErrorResponse.Read(response, call.Content?.Memory ?? default, Settings.Profile, Time.GetUtcNow());
        }
    }

    /// <summary>
    /// Turns whatever an attempt threw into its outcome. What nobody foresaw counts as a broken connection, with the exception inside;
    /// only what ends the process anyway goes through.
    /// </summary>
    private bool TryClassify(RequestContext call, Exception exception, Deadline deadline)
    {
        if (exception is OutOfMemoryException or ITestFailure)
        {
            return false;
        }

        call.Failure = exception;
        if (call.SentContent is MultipartFileContent { SourceFault: { } source } && !call.Token.IsCancellationRequested)
        {
            call.Failure = source;
            call.Outcome = AttemptOutcome.SourceFailed;
        }
        else if (call.Token.IsCancellationRequested)
        {
            call.Outcome = AttemptOutcome.Cancelled;
        }
        else if (IsDisposed)
        {
            call.Outcome = AttemptOutcome.ConnectionFailed;
        }
        else if (deadline.HasPassed || ExceptionChain.Contains<DeadlinePassedException>(exception))
        {
            call.Outcome = AttemptOutcome.TimedOut;
            call.TotalTimeoutExceeded = deadline.EndsCall;
            call.PassedTimeout = deadline.EndsCall ? call.TotalTimeout : call.AttemptTimeout;
        }
        else if (exception is OperationCanceledException { InnerException: TimeoutException })
        {
            call.Outcome = AttemptOutcome.TimedOut;
            call.PassedTimeout = _transport.ClientTimeout ?? call.AttemptTimeout;
        }
        else if (exception is TimeoutRejectedException rejected)
        {
            // A resilience handler of the host has a limit of its own.
            call.Outcome = AttemptOutcome.TimedOut;
            call.PassedTimeout = rejected.Timeout;
        }
        else
        {
            call.Outcome = IsOfDecompression(call, exception) ? AttemptOutcome.Unreadable : AttemptOutcome.ConnectionFailed;
        }

        return true;
    }

    /// <summary>
    /// Once the headers are there, data that cannot be decompressed shows as one of two types, brotli's as the second. The header that
    /// named the compression is no help: the handler removes it when it decompresses by itself.
    /// </summary>
    private static bool IsOfDecompression(RequestContext call, Exception exception)
        => call.Response is not null && exception is InvalidDataException or InvalidOperationException and not ObjectDisposedException;

    private static void CheckHost(HttpResponseMessage response, Uri asked)
    {
        if (response.RequestMessage?.RequestUri is { IsAbsoluteUri: true } answered && !Redirects.IsSameHost(asked, answered))
        {
            throw new ForeignHostException(
                $"The HttpClient followed a redirect to another host, {answered.Host}, and took the API key along. Replace the key, and give the SDK a client whose handler has AllowAutoRedirect = false.");
        }
    }
}

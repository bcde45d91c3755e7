using System.Globalization;
using System.Text;
using Valentina.ClaudeCode;
using Valentina.Connection.Profiles;
using Valentina.Connection.Secrets;

namespace Valentina.Connection.Responses;

/// <summary>
/// Makes the exception for whatever failed: a call, a stream, a task. What it means the service's profile says; whatever a server echoes,
/// and wherever, the keys are taken out.
/// </summary>
internal sealed class FailureFactory(ServiceProfile profile, SecretRedactor secrets)
{
    private const int MaxRawBody = 8192;

    /// <summary>For what was made by hand or for a test, without a client and so without a key.</summary>
    public static FailureFactory WithoutKeys(ServiceProfile profile) => new(profile, new SecretRedactor());

    /// <summary>The exception for a call without a usable answer, or with one that is a failure.</summary>
    public Exception Create(RequestContext context) => context.Outcome switch
    {
        AttemptOutcome.Answered => OfAnswer(context),
        AttemptOutcome.Cancelled => context.Cancelled(secrets),
        AttemptOutcome.TimedOut => new RequestTimeoutException(
            context.TotalTimeoutExceeded ? TimeoutReason.Total : TimeoutReason.Attempt,
            context.PassedTimeout,
            Details(context),
            secrets.Redact(context.Failure)),
        AttemptOutcome.SourceFailed => new RequestValidationException(
            Details(context),
            [new ValidationError(
                context.Request.FilePartName ?? "file", secrets.RedactLine($"could not be read: {context.Failure?.Message}"))],
            secrets.Redact(context.Failure)),
        AttemptOutcome.HeldBack => HeldBack(context),
        AttemptOutcome.Unreadable => Unreadable(
            $"{profile.Name} answered {context.Operation.CallName} with a body that cannot be read: {context.Failure?.Message}",
            Details(context),
            context.Failure),
        _ => Broken(
            $"{profile.Name} could not be reached for {context.Operation.CallName}, or the connection broke: {FailureCause.Of(context.Failure)}{FailureMessage.Attempts(context.Attempts)}",
            Details(context),
            context.Failure),
    };

    /// <summary>The exception for a success whose body is not what the contract says.</summary>
    public UnreadableResponseException Unreadable(RequestContext context, string reason, Exception? exception = null)
        => Unreadable(
            $"{profile.Name} answered {context.Operation.CallName} with {context.Status}, but {reason}", Details(context), exception);

    /// <summary>The exception for a download whose answer came but cannot be handed on; null for what goes through.</summary>
    public Exception? OfDownload(RequestContext context, Exception exception) => exception switch
    {
        ValentinaException or OutOfMemoryException => null,
        _ when context.Token.IsCancellationRequested => context.Cancelled(secrets),
        InvalidDataException => Unreadable(context, $"the download cannot be read: {exception.Message}", exception),
        _ => BrokenOff(Details(context), FailureCause.Of(exception), exception),
    };

    /// <summary>The exception for a download that broke off while it was read; null for what goes through.</summary>
    /// <param name="details">What is known about its call.</param>
    /// <param name="exception">What the transport or the decompression threw.</param>
    public Exception? OfDownload(FailureDetails details, Exception exception) => exception switch
    {
        ValentinaException or OutOfMemoryException or ITestFailure => null,
        InvalidDataException or InvalidOperationException and not ObjectDisposedException
            => Unreadable(
                $"The download of {details.CallName} cannot be decompressed: {exception.Message}", details, exception),
        _ => BrokenOff(details, FailureCause.Words(exception), exception),
    };

    /// <summary>The exception for a read of a download that took too long.</summary>
    public RequestTimeoutException TimedOut(TimeSpan timeout, FailureDetails details, Exception exception)
        => new(TimeoutReason.Attempt, timeout, details, secrets.Redact(exception));

    /// <summary>The exception for an error that came over the socket.</summary>
    /// <param name="facts">What the service said, in <see cref="ErrorContent.Detail"/>.</param>
    /// <param name="message">The message as it came.</param>
    public ValentinaException OfSocket(in FailureFacts facts, string message)
        => Of(
            profile.Classify(facts),
            new FailureDetails
            {
                Service = profile.Name,
                Operation = facts.Operation,
                Method = facts.Method,
                Advice = profile.Advise(facts),
                Detail = secrets.Redact(facts.Error.Detail),
                RawBody = Beginning(message),
                Attempts = 1,
            },
            facts.Time);

    /// <summary>The exception for a task that failed, which HTTP calls a success.</summary>
    /// <param name="facts">How it failed.</param>
    /// <param name="answer">What its result came with; null over the socket, and for a result made by hand.</param>
    /// <param name="cost">What it cost, in US dollars; null where nobody said.</param>
    public ValentinaException OfTask(in FailureFacts facts, ResponseInfo? answer, decimal? cost = null)
        => Of(
            profile.Classify(facts),
            new FailureDetails
            {
                Service = profile.Name,
                Operation = facts.Operation,
                Method = facts.Method,
                Advice = profile.Advise(facts),
                StatusCode = answer is null ? null : (System.Net.HttpStatusCode?)facts.Status,
                Title = secrets.RedactLine(facts.Error.Title),
                Detail = secrets.Redact(facts.Error.Detail),
                Code = secrets.RedactLine(facts.Error.Code),
                RequestId = answer?.RequestId,
                Headers = answer?.Headers ?? ResponseInfo.NoHeaders,
                Attempts = answer?.Attempts ?? 1,
            },
            facts.Time,
            cost);

    /// <summary>Whether a task that failed means that a budget is spent.</summary>
    public bool IsBudgetExceeded(in FailureFacts facts) => profile.Classify(facts) == ErrorKind.BudgetExceeded;

    /// <summary>The exception for an answer to a WebSocket handshake that is none.</summary>
    public UnreadableResponseException OfHandshake(string operation, string reason, Exception? exception = null)
        => Unreadable(
            $"{profile.Name} answered the WebSocket handshake with something that is no answer to it: {reason}",
            new FailureDetails { Service = profile.Name, Operation = operation },
            exception);

    /// <summary>The exception for a stream that ended before its end.</summary>
    /// <param name="reason">Why it ended.</param>
    /// <param name="what">The same in words, which go on after the service's name.</param>
    /// <param name="receivedText">The text until then.</param>
    /// <param name="closeCode">The code of the close frame.</param>
    /// <param name="exception">The cause.</param>
    /// <param name="rawBody">The message that could not be read.</param>
    public StreamInterruptedException Interrupted(
        StreamInterruption reason, string what, string receivedText, int? closeCode, Exception? exception, string? rawBody)
        => new(
            reason,
            secrets.RedactLine($"{profile.Name} {what}"),
            secrets.Redact(receivedText),
            closeCode,
            rawBody is null ? null : Beginning(rawBody),
            secrets.Redact(exception));

    /// <summary>The exception for a stream that the caller cancelled.</summary>
    public OperationCanceledException StreamCancelled(Exception? exception, CancellationToken cancellationToken)
        => new("The stream was cancelled.", secrets.Redact(exception), cancellationToken);

    /// <summary>The exception for a stream whose client was disposed.</summary>
    public ObjectDisposedException StreamDisposed(Exception? exception) => new(profile.ClientName, secrets.Redact(exception));

    /// <summary>What is known about a call.</summary>
    public FailureDetails Details(RequestContext context)
    {
        var response = context.Response;
        var error = context.ErrorResponse?.Error ?? ErrorContent.Empty;
        return new FailureDetails
        {
            Service = profile.Name,
            Operation = context.Operation.Id,
            Method = context.Operation.MethodName,
            Advice = context.ErrorResponse?.Advice,
            StatusCode = response?.StatusCode,
            Title = secrets.RedactLine(error.Title ?? (response is null ? null : ReasonPhrase(response))),
            Detail = secrets.Redact(error.Detail, isCut: context.Content is { Length: > ErrorJson.MaxPlainText }),
            Code = secrets.RedactLine(error.Code),
            Instance = secrets.Redact(error.Instance),
            RequestId = secrets.RedactLine(HeaderMap.RequestId(context)),
            RawBody = RawBody(context),
            Headers = response is null ? ResponseInfo.NoHeaders : secrets.Redact(HeaderMap.Of(response)),
            Attempts = context.Attempts,
            InvalidParameters = secrets.Redact(error.InvalidParameters),
            RetryAfter = context.ErrorResponse?.RetryAfter,
            RateLimit = secrets.Redact(context.ErrorResponse?.RateLimit),
            UpstreamStatus = error.UpstreamStatus,
        };
    }

    /// <summary>An upgrade that got an ordinary success has nothing that says what it means.</summary>
    private ValentinaException OfAnswer(RequestContext context)
        => Of(context.ErrorResponse?.Kind ?? ErrorKind.Other, Details(context), context.ErrorResponse?.Time ?? TimeSpan.Zero);

    private static ValentinaException Of(ErrorKind kind, FailureDetails details, TimeSpan time, decimal? cost = null) => kind switch
    {
        ErrorKind.BadRequest => new BadRequestException(details),
        ErrorKind.InvalidApiKey => new InvalidApiKeyException(details),
        ErrorKind.PermissionDenied => new PermissionDeniedException(details),
        ErrorKind.NotFound => new NotFoundException(details),
        ErrorKind.Conflict => new ConflictException(details),
        ErrorKind.Unprocessable => new UnprocessableException(details),
        ErrorKind.RateLimited => new RateLimitedException(details),
        ErrorKind.BudgetExceeded => new BudgetExceededException(details) { EstimatedCost = cost },
        ErrorKind.ServerError => new ServerErrorException(details),
        ErrorKind.ProviderTimeout => new RequestTimeoutException(TimeoutReason.Provider, time, details),
        ErrorKind.TaskTimeout => new RequestTimeoutException(TimeoutReason.Task, time, details),
        ErrorKind.Redirect => new ApiException(
            FailureMessage.Of(details) + " The SDK follows redirects on the same host only; check the base URL.", details),
        ErrorKind.ProtocolChange => new ApiException(
            FailureMessage.Of(details) + " The server changed to another protocol, which nobody had asked for.", details),
        _ => new ApiException(details),
    };

    private RateLimitedException HeldBack(RequestContext context)
    {
        var limits = context.Gate!.Describe(context.Turn!.Lane);
        var wait = TimeSpan.FromSeconds(Math.Max(0, context.Turn.Missing));
        var details = new FailureDetails
        {
            Service = profile.Name,
            Operation = context.Operation.Id,
            Method = context.Operation.MethodName,
            Attempts = context.Attempts,
            RetryAfter = wait,
            RateLimit = secrets.Redact(limits),
        };
        return new RateLimitedException(
            secrets.RedactLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{profile.Name} was not sent {context.Operation.CallName}: its rate limits let this call through in {wait.TotalSeconds:0.##} s, which is later than MaxGateWait or the call's own end allows; {limits.Waiting} calls wait before it. Call again later, or give it more time.")),
            details);
    }

    private ConnectionFailedException BrokenOff(FailureDetails details, string? cause, Exception exception)
        => Broken($"{profile.Name} broke off the download of {details.CallName}: {cause}", details, exception);

    private ConnectionFailedException Broken(string message, FailureDetails details, Exception? exception)
        => new(secrets.RedactLine(message), details, secrets.Redact(exception));

    private UnreadableResponseException Unreadable(string message, FailureDetails details, Exception? exception)
        => new(secrets.RedactLine(message), details, secrets.Redact(exception));

    private string? RawBody(RequestContext context)
    {
        if (context.Content is not { Length: > 0 } content)
        {
            return null;
        }

        // Cut by characters, not by bytes: a byte more than four times as many holds them all.
        var bytes = content.Memory.Span;
        return Beginning(Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxRawBody * 4)]));
    }

    /// <summary>What is shown of a body. More than that is looked at, since a key that is cut in two must be found too.</summary>
    private string Beginning(string text)
        => secrets.RedactStart(SecretMembers.Mask(text.Length > MaxRawBody * 4 ? text[..(MaxRawBody * 4)] : text), MaxRawBody);

    private static string? ReasonPhrase(HttpResponseMessage response)
        => string.IsNullOrWhiteSpace(response.ReasonPhrase) ? response.StatusCode.ToString() : response.ReasonPhrase;
}

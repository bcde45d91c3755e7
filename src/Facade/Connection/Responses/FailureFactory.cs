using System.Text;
using Valentina.Connection.Profiles;
using Valentina.Connection.Requests;
using Valentina.Connection.Secrets;

namespace Valentina.Connection.Responses;

/// <summary>Makes the exception for a failed call. Whatever a server echoes, and wherever, the keys are taken out.</summary>
internal sealed class FailureFactory(ConnectionSettings settings, SecretRedactor secrets)
{
    private const int MaxRawBody = 8192;

    private readonly ServiceProfile _profile = settings.Profile;

    public Exception Create(RequestContext call) => call.Outcome switch
    {
        AttemptOutcome.Answered => OfAnswer(call),
        AttemptOutcome.Cancelled => call.Cancelled(secrets),
        AttemptOutcome.TimedOut => new RequestTimeoutException(
            call.PassedTimeout, call.TotalTimeoutExceeded, Details(call), secrets.Redact(call.Failure)),
        AttemptOutcome.SourceFailed => new RequestValidationException(
            Details(call), [new RequestFault(call.Request.FilePartName ?? "file", secrets.RedactLine($"could not be read: {call.Failure?.Message}"))], secrets.Redact(call.Failure)),
        AttemptOutcome.Unreadable => new UnreadableResponseException(
            secrets.RedactLine($"{_profile.Name} answered {call.Operation.Id} with a body that cannot be read: {call.Failure?.Message}"), Details(call), secrets.Redact(call.Failure)),
        _ => new ConnectionFailedException(
            secrets.RedactLine($"{_profile.Name} could not be reached for {call.Operation.Id}, or the connection broke: {Cause(call.Failure)}"), Details(call), secrets.Redact(call.Failure)),
    };

    /// <summary>What the transport met; of what nobody foresees the type matters more than the words.</summary>
    private static string? Cause(Exception? failure) => failure switch
    {
        RepeatedTransmissionException => failure.Message,
        NotSupportedException or { InnerException: NotSupportedException }
            => $"{failure.Message} (synchronous calls need HTTP/1.1: leave the client's and the handler's HTTP version at its default, or call the asynchronous twin)",
        HttpRequestException or IOException or OperationCanceledException or null => failure?.Message,
        _ => $"{failure.GetType().Name}: {failure.Message}",
    };

    /// <summary>The exception for a success whose body is not what the contract says.</summary>
    public UnreadableResponseException Unreadable(RequestContext call, string reason, Exception? exception = null)
        => new(secrets.RedactLine($"{_profile.Name} answered {call.Operation.Id} with {call.Status}, but {reason}"), Details(call), secrets.Redact(exception));

    /// <summary>The exception for a download whose answer came but cannot be handed on; null for what goes through.</summary>
    public Exception? OfDownload(RequestContext call, Exception exception) => exception switch
    {
        ValentinaException or OutOfMemoryException => null,
        _ when call.Token.IsCancellationRequested => call.Cancelled(secrets),
        InvalidDataException => Unreadable(call, $"the download cannot be read: {exception.Message}", exception),
        _ => new ConnectionFailedException(secrets.RedactLine($"{_profile.Name} broke off the download of {call.Operation.Id}: {Cause(exception)}"), Details(call), secrets.Redact(exception)),
    };

    public FailureDetails Details(RequestContext call)
    {
        var response = call.Response;
        var error = call.ErrorResponse?.Error ?? ErrorContent.Empty;
        return new FailureDetails
        {
            Service = _profile.Name,
            Operation = call.Operation.Id,
            StatusCode = response?.StatusCode,
            Title = secrets.RedactLine(error.Title ?? (response is null ? null : ReasonPhrase(response))),
            Detail = secrets.Redact(error.Detail, isCut: call.Content is { Length: > ErrorJson.MaxPlainText }),
            Code = secrets.RedactLine(error.Code),
            Instance = secrets.Redact(error.Instance),
            RequestId = secrets.RedactLine(HeaderMap.RequestId(call)),
            RawBody = RawBody(call),
            Headers = response is null ? ResponseInfo.NoHeaders : secrets.Redact(HeaderMap.Of(response)),
            Attempts = call.Attempts,
            InvalidParameters = secrets.Redact(error.InvalidParameters),
            RetryAfter = call.ErrorResponse?.RetryAfter,
            RateLimit = secrets.Redact(call.ErrorResponse?.RateLimit),
            UpstreamStatus = error.UpstreamStatus,
        };
    }

    private ApiException OfAnswer(RequestContext call)
    {
        var details = Details(call);
        var status = call.Status;
        if (call.ErrorResponse is { IsBudgetExceeded: true })
        {
            return new BudgetExceededException(details);
        }

        if (call.ErrorResponse is { IsUnauthenticated: true })
        {
            return new InvalidApiKeyException(details);
        }

        return status switch
        {
            400 => new BadRequestException(details),
            403 => new PermissionDeniedException(details),
            404 => new NotFoundException(details),
            409 => new ConflictException(details),
            422 => new UnprocessableException(details),
            429 => new RateLimitedException(details),
            >= 500 and <= 599 => new ServerErrorException(details),
            101 => new ApiException(FailureMessage.Of(details) + " The server changed to another protocol, which nobody had asked for.", details),
            >= 300 and <= 399 => new ApiException(
                FailureMessage.Of(details) + " The SDK follows redirects on the same host only; check the base URL.", details),
            _ => new ApiException(details),
        };
    }

    private string? RawBody(RequestContext call)
    {
        if (call.Content is not { Length: > 0 } content)
        {
            return null;
        }

        // Cut by characters, not by bytes: a byte more than four times as many holds them all.
        var bytes = content.Memory.Span;
        var text = Encoding.UTF8.GetString(bytes[..Math.Min(bytes.Length, MaxRawBody * 4)]);
        return secrets.RedactStart(text, MaxRawBody);
    }

    private static string? ReasonPhrase(HttpResponseMessage response)
        => string.IsNullOrWhiteSpace(response.ReasonPhrase) ? response.StatusCode.ToString() : response.ReasonPhrase;
}

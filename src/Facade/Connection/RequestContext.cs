using System.Diagnostics;
using System.Net;
using Valentina.Connection.Buffers;
using Valentina.Connection.Pacing;
using Valentina.Connection.Requests;
using Valentina.Connection.Responses;
using Valentina.Connection.Retries;
using Valentina.Connection.Secrets;
using Valentina.Raw;

namespace Valentina.Connection;

/// <summary>One call with all its attempts: what to send, what the last attempt came to, and what is decided about the next.</summary>
internal sealed class RequestContext
{
    private CancellationTokenSource? _linked;

    public RequestContext(ApiRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        Request = request;
        Options = options;
        MethodToken = cancellationToken;
        Token = cancellationToken;
        if (options is { CancellationToken: { CanBeCanceled: true } second } && second != cancellationToken)
        {
            Token = second;
            if (cancellationToken.CanBeCanceled)
            {
                _linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, second);
                Token = _linked.Token;
            }
        }
    }

    public ApiRequest Request { get; }

    public ApiOperation Operation => Request.Operation;

    public RequestOptions? Options { get; }

    /// <summary>Cancelled when the caller cancels, by the method's token or by that of the options.</summary>
    public CancellationToken Token { get; }

    public CancellationToken MethodToken { get; }

    /// <summary>Whether the caller's thread does everything.</summary>
    public bool IsSynchronous { get; init; }

    /// <summary>
    /// Asks for another protocol on the connection: adds the headers of the handshake to each attempt. Null for an ordinary call.
    /// </summary>
    public Action<HttpRequestMessage>? PrepareUpgrade { get; init; }

    /// <summary>Whether the answer is handed on as a stream instead of being read.</summary>
    public bool IsDownload { get; init; }

    public required Uri Url { get; init; }

    public string? ActingUser { get; init; }

    /// <summary>The value of the authentication header, the same on every attempt: the server keeps idempotency keys by API key.</summary>
    public string? Authentication { get; set; }

    public string? IdempotencyKey { get; init; }

    public byte[]? Body { get; init; }

    /// <summary>The media type of the body; null for JSON.</summary>
    public string? MediaType { get; init; }

    public MultipartFrame? Multipart { get; init; }

    public required TimeSpan AttemptTimeout { get; init; }

    public required TimeSpan TotalTimeout { get; init; }

    public required int MaxRetries { get; init; }

    /// <summary>When the call began, by the time provider's timestamp.</summary>
    public required long StartedAt { get; init; }

    /// <summary>When the attempt began, by the same.</summary>
    public long AttemptStartedAt { get; set; }

    /// <summary>Whether the caller accepts that the call may take effect twice.</summary>
    public bool AllowsRepeat => Options is { AllowRepeat: true };

    public int Attempts { get; set; }

    public AttemptOutcome Outcome { get; set; }

    public HttpResponseMessage? Response { get; set; }

    /// <summary>The bytes of the answer, once read.</summary>
    public PooledBuffer? Content { get; set; }

    public Exception? Failure { get; set; }

    public bool TotalTimeoutExceeded { get; set; }

    /// <summary>The time that ran out, where the attempt timed out.</summary>
    public TimeSpan PassedTimeout { get; set; }

    /// <summary>The content of the attempt, which tells whether any of it was sent.</summary>
    public HttpContent? SentContent { get; set; }

    /// <summary>Whether the file can be read once only, and was.</summary>
    public bool HasSpentFile => Request.File is { CanReopen: false } && SentContent is MultipartFileContent { HasOpenedSource: true };

    /// <summary>Whether an earlier attempt may have done its work although its answer was lost or a failure.</summary>
    public bool MayHaveTakenEffect { get; set; }

    /// <summary>What the answer says when it is no success.</summary>
    public ErrorResponse? ErrorResponse { get; set; }

    public Activity? Activity { get; set; }

    /// <summary>The gate of the attempt; null where nothing is paced.</summary>
    public PacingGate? Gate { get; set; }

    /// <summary>The place at the gate; null where nobody has to wait.</summary>
    public GateTurn? Turn { get; set; }

    /// <summary>When it came to the gate, by the time provider's timestamp.</summary>
    public long GateEnteredAt { get; set; }

    /// <summary>Whether the gate knows that the last attempt was too much: then the next waits there, and not before.</summary>
    public bool WaitsAtGate { get; set; }

    /// <summary>How long the last attempt waited there.</summary>
    public TimeSpan WaitedAtGate { get; set; }

    /// <summary>What is decided about the next attempt.</summary>
    public RetryDecision Decision { get; set; }

    public int Status => Response is null ? 0 : (int)Response.StatusCode;

    public bool IsSuccess => Outcome == AttemptOutcome.Answered
        && (PrepareUpgrade is null ? Response!.IsSuccessStatusCode || IsRepeatedDeletion : IsUpgraded);

    /// <summary>Whether the answer turned the connection over to another protocol.</summary>
    public bool IsUpgraded => PrepareUpgrade is not null && Response?.StatusCode == HttpStatusCode.SwitchingProtocols;

    /// <summary>Whether the body of the answer is left unread, for the caller.</summary>
    /// <remarks>After a 101 nobody asked for there is no body, but a connection that may stay silent for ever.</remarks>
    public bool LeavesBody => Response!.StatusCode == HttpStatusCode.SwitchingProtocols || (IsDownload && Response.IsSuccessStatusCode);

    /// <summary>A DELETE that finds nothing after an attempt of its own may have deleted it: that is what was wanted.</summary>
    public bool IsRepeatedDeletion
        => Response?.StatusCode == HttpStatusCode.NotFound && MayHaveTakenEffect && Operation.Method == HttpMethod.Delete && !NeedsContent;

    /// <summary>Whether the caller waits for a body.</summary>
    public bool NeedsContent { get; init; }

    /// <summary>Forgets what the last attempt came to, before the next.</summary>
    public void BeginAttempt()
    {
        ReleaseAnswer();
        Attempts++;
        Outcome = AttemptOutcome.None;
        Failure = null;
        ErrorResponse = null;
        TotalTimeoutExceeded = false;
        SentContent = null;
    }

    /// <summary>The gate does not let it through in time.</summary>
    public void HoldBack()
    {
        ReleaseAnswer();
        Outcome = AttemptOutcome.HeldBack;
        Failure = null;
        ErrorResponse = null;
    }

    /// <summary>The exception that tells the caller that the call was cancelled, with the token it was cancelled by.</summary>
    public OperationCanceledException Cancelled(SecretRedactor secrets)
        => new(
            "The call was cancelled.",
            secrets.Redact(Failure),
            MethodToken.IsCancellationRequested || Options is null ? MethodToken : Options.CancellationToken);

    public void ReleaseAnswer()
    {
        Response?.Dispose();
        Response = null;
        Content?.Dispose();
        Content = null;
    }

    /// <summary>Gives back everything that is rented. After a download the response belongs to the stream.</summary>
    public void Release()
    {
        ReleaseAnswer();
        Activity?.Dispose();
        _linked?.Dispose();
        _linked = null;
    }
}

using System.Net.WebSockets;
using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace Valentina.Connection.Secrets;

/// <content>What holds texts.</content>
internal sealed partial class SecretRedactor
{
    public IReadOnlyDictionary<string, string> Redact(Dictionary<string, string> headers)
    {
        var clean = new Dictionary<string, string>(headers.Count, headers.Comparer);
        foreach (var (name, value) in headers)
        {
            clean[RedactLine(name)] = Redact(value);
        }

        return clean;
    }

    public IReadOnlyList<InvalidParameter> Redact(IReadOnlyList<InvalidParameter> fields)
        => fields.Count == 0 ? fields : [.. fields.Select(field => new InvalidParameter(RedactLine(field.Field), Redact(field.Message)))];

    public RateLimitState? Redact(RateLimitState? limits)
        => limits is null || limits.Policies.All(policy => RedactLine(policy.Name) == policy.Name)
            ? limits
            : new RateLimitState([.. limits.Policies.Select(policy => new RateLimitPolicy
            {
                Name = RedactLine(policy.Name),
                Quota = policy.Quota,
                Window = policy.Window,
                Remaining = policy.Remaining,
                ResetAfter = policy.ResetAfter,
            })]);

    /// <summary>
    /// The exception itself where neither it nor one inside shows a key or a control character; else one like it that does not.
    /// </summary>
    public Exception? Redact(Exception? exception)
    {
        if (exception is null || IsClean(exception))
        {
            return exception;
        }

        var message = RedactLine(exception.Message);
        var inner = Redact(exception.InnerException);
        Exception clean = exception switch
        {
            HttpRequestException http => new HttpRequestException(http.HttpRequestError, message, inner, http.StatusCode),
            WebSocketException socket => new WebSocketException(socket.WebSocketErrorCode, message, inner),
            OperationCanceledException cancelled => new OperationCanceledException(message, inner, cancelled.CancellationToken),
            JsonException => new JsonException(message, inner),
            InvalidDataException => new InvalidDataException(message, inner),
            IOException => new IOException(message, inner),
            _ => new RedactedException(exception.GetType().Name, message, inner),
        };
        return exception.StackTrace is { } trace ? ExceptionDispatchInfo.SetRemoteStackTrace(clean, Redact(trace)) : clean;
    }

    private bool IsClean(Exception exception)
    {
        // Its text has the exceptions inside, all of them, and whatever else its type shows.
        var text = exception.ToString();
        if (!ReferenceEquals(Redact(text), text)
            || !exception.Data.Values.OfType<string>().All(value => ReferenceEquals(Redact(value), value)))
        {
            return false;
        }

        for (var each = exception; each is not null; each = each.InnerException)
        {
            if (!VisibleText.IsSafe(each.Message))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Stands for an exception whose text showed a key.</summary>
internal sealed class RedactedException(string type, string message, Exception? inner) : Exception($"{type}: {message}", inner);

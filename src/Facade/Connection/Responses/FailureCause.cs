using System.Security.Authentication;
using Valentina.Connection.Requests;

namespace Valentina.Connection.Responses;

/// <summary>
/// Why a connection failed, in words. Programs print the message of an exception and nothing of those inside, which is where .NET puts the
/// reason.
/// </summary>
internal static class FailureCause
{
    private const string SeeInner = ", see inner exception";

    /// <summary>What the transport met; of what nobody foresees the type matters more than the words.</summary>
    public static string? Of(Exception? failure) => failure switch
    {
        null => null,
        RepeatedTransmissionException => failure.Message,
        NotSupportedException or { InnerException: NotSupportedException }
            => $"{failure.Message} (synchronous calls need HTTP/1.1: leave the client's and the handler's HTTP version at its default, or call the asynchronous twin)",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } when !IsAboutCertificate(failure)
            => $"{Words(failure).TrimEnd('.')}. The server may speak plain HTTP on that port: check whether BaseUrl must begin with "
                + "http:// instead of https://.",
        HttpRequestException or IOException or OperationCanceledException => Words(failure),
        _ => $"{failure.GetType().Name}: {Words(failure)}",
    };

    /// <summary>The message, and that of the innermost cause where it says more.</summary>
    public static string Words(Exception failure)
    {
        var cause = failure.GetBaseException().Message;
        return cause.Length == 0 || failure.Message.Contains(cause, StringComparison.Ordinal)
            ? failure.Message
            : $"{failure.Message.Replace(SeeInner, "", StringComparison.Ordinal).TrimEnd('.')}: {cause}";
    }

    /// <summary>A certificate that is not trusted comes from a server that does speak TLS. .NET says so in words only.</summary>
    private static bool IsAboutCertificate(Exception failure)
        => ExceptionChain.Find<AuthenticationException>(failure) is { } refused
            && refused.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase);
}

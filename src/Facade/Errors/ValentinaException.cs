using System.Net;
using Valentina.Connection.Secrets;

namespace Valentina;

/// <summary>The base of everything this SDK throws about a call, for both services. Catch it to handle every failure.</summary>
public class ValentinaException : Exception
{
    /// <summary>Creates the exception.</summary>
    public ValentinaException(string message, Exception? innerException = null)
        : this(message, FailureDetails.None, innerException)
    {
    }

    /// <summary>Creates the exception with what is known about the call. Control characters in the message become visible.</summary>
    public ValentinaException(string message, FailureDetails details, Exception? innerException = null)
        : base(message is null ? null : VisibleText.Of(message), innerException)
        => Details = details;

    /// <summary>All that is known about the failed call.</summary>
    public FailureDetails Details { get; }

    /// <inheritdoc cref="FailureDetails.Service"/>
    public string? Service => Details.Service;

    /// <inheritdoc cref="FailureDetails.Operation"/>
    public virtual string? Operation => Details.Operation;

    /// <inheritdoc cref="FailureDetails.StatusCode"/>
    public HttpStatusCode? StatusCode => Details.StatusCode;

    /// <inheritdoc cref="FailureDetails.Title"/>
    public string? Title => Details.Title;

    /// <inheritdoc cref="FailureDetails.Detail"/>
    public string? Detail => Details.Detail;

    /// <inheritdoc cref="FailureDetails.Code"/>
    public string? Code => Details.Code;

    /// <inheritdoc cref="FailureDetails.Instance"/>
    public string? Instance => Details.Instance;

    /// <inheritdoc cref="FailureDetails.RequestId"/>
    public string? RequestId => Details.RequestId;

    /// <inheritdoc cref="FailureDetails.RawBody"/>
    public string? RawBody => Details.RawBody;

    /// <inheritdoc cref="FailureDetails.Headers"/>
    public IReadOnlyDictionary<string, string> Headers => Details.Headers;

    /// <inheritdoc cref="FailureDetails.Attempts"/>
    public int Attempts => Details.Attempts;

    /// <summary>
    /// Where to go on when reading a whole list failed: everything before this offset was delivered.
    /// Put it into <see cref="PagingOptions.Offset"/>. Null for calls that read no whole list.
    /// </summary>
    public int? ResumeOffset { get; internal set; }
}

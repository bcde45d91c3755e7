namespace Valentina.Connection;

/// <summary>A kept-alive connection was given up before the first byte of a request was written: the server never saw it.</summary>
internal sealed class StaleConnectionException : IOException
{
    private StaleConnectionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// Whether it was our choice. There may be as many of these as the pool has connections; none is a sign that the next fails too.
    /// </summary>
    public bool IsOurChoice { get; private init; }

    /// <summary>The server closed it meanwhile.</summary>
    public static StaleConnectionException Closed(Exception? innerException = null)
        => new("The server had closed the kept-alive connection before the request was sent.", innerException);

    /// <summary>The last answer on it was a failure of the server (5xx), who may close it at any moment.</summary>
    public static StaleConnectionException AfterFailure()
        => new("The server had failed (5xx) on the kept-alive connection, which is not used again.", null) { IsOurChoice = true };
}

namespace Valentina.Connection.Profiles;

/// <summary>What is known about an error before anybody says what it means.</summary>
internal readonly struct FailureFacts
{
    /// <summary>The <c>operationId</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The method that makes the call; null where the operation says it as well.</summary>
    public string? Method { get; init; }

    /// <summary>Where the client looks for the service; null where nobody says.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>
    /// The HTTP status. Null over a socket, which has none; a success for a task that failed, since the service answers so.
    /// </summary>
    public int? Status { get; init; }

    /// <summary>What the service said.</summary>
    public required ErrorContent Error { get; init; }

    /// <summary>How long the attempt, or the wait on the socket, had been going on; null where nobody measured it.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>The time that the service itself was asked to keep; null where the request says none.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>The time that an exception names as the one that ran out.</summary>
    public TimeSpan Time => Limit ?? Elapsed ?? TimeSpan.Zero;
}

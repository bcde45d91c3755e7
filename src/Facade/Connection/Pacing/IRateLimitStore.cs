namespace Valentina.Connection.Pacing;

/// <summary>
/// Keeps the tokens of a key's limits where several processes take them from. What it cannot do because it is away, it leaves to the
/// gate of each process: it never throws for that.
/// </summary>
internal interface IRateLimitStore
{
    /// <summary>Takes a token of each limit, or none of any.</summary>
    /// <param name="scope">Whose limits they are; says nothing about the key.</param>
    /// <param name="limits">The limits as this process knows them.</param>
    /// <param name="cancellationToken">Ends the waiting for the store.</param>
    /// <returns>Zero when the call may go; otherwise how long until it may be tried again.</returns>
    ValueTask<TimeSpan> TakeAsync(string scope, IReadOnlyList<RateLimitPolicy> limits, CancellationToken cancellationToken);

    /// <inheritdoc cref="TakeAsync"/>
    TimeSpan Take(string scope, IReadOnlyList<RateLimitPolicy> limits);

    /// <summary>The server refused a call: nobody shall take a token of these limits for so long. Does not wait for the store.</summary>
    void Close(string scope, IReadOnlyList<RateLimitPolicy> limits, TimeSpan wait);
}

namespace Valentina;

/// <summary>What one call may do differently from its client. Every method that makes a call takes it, before the token.</summary>
public sealed class RequestOptions
{
    /// <summary>
    /// The idempotency key of this call, printable ASCII, for POST, PUT and PATCH of Valentina Noir. The server keeps the answer of a
    /// success for an hour and gives it again to the same key, path and bytes; other bytes are a <see cref="ConflictException"/>.
    /// Use a key for one thing only: the server does not tell acting users or query parameters apart by it.
    /// </summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>
    /// The time one attempt may take, in place of the client's. Longer than <see cref="ClientOptions.TotalTimeout"/>, it replaces that too.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>How many times a failed attempt is repeated, in place of the client's; 0 means never.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>
    /// Allows repeating what the SDK would not repeat by itself, because the failed attempt may have taken effect: a write that timed
    /// out, a write without an idempotency key, a billed call whose bytes were sent. It may then happen (and be billed) twice. What a 429
    /// refused did nothing, and is repeated without this. Operations that leave residue when they fail are not repeated after a 5xx even
    /// so.
    /// </summary>
    public bool AllowRepeat { get; set; }

    /// <summary>
    /// Who goes first where the rate limit lets only some through: calls in the background let all others pass, and get one token in ten.
    /// </summary>
    public RequestPriority Priority { get; set; }

    /// <summary>Headers sent with this call, over those of the client. The ones the SDK manages itself are refused.</summary>
    public IDictionary<string, string> Headers => HeaderMap ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Called once with the final answer, on success and on failure alike; not called when there was no answer. What it throws reaches the
    /// caller.
    /// </summary>
    public Action<ResponseInfo>? OnResponse { get; set; }

    /// <summary>A token to cancel the call with; combined with the method's own.</summary>
    public CancellationToken CancellationToken { get; set; }

    internal Dictionary<string, string>? HeaderMap { get; private set; }

    /// <summary>Lets a method be called with nothing but a token: <c>GetAsync(id, cancellationToken)</c>.</summary>
    public static implicit operator RequestOptions(CancellationToken cancellationToken) => FromCancellationToken(cancellationToken);

    /// <summary>
    /// Whether the timeout is the SDK's own for this operation: unlike the caller's it never outlasts a total timeout that was set.
    /// </summary>
    internal bool HasImpliedTimeout { get; private init; }

    /// <summary>A copy with a timeout, unless the caller gave one.</summary>
    internal static RequestOptions WithTimeout(RequestOptions? options, TimeSpan timeout) => new()
    {
        IdempotencyKey = options?.IdempotencyKey,
        Timeout = options?.Timeout ?? timeout,
        HasImpliedTimeout = options?.Timeout is null,
        MaxRetries = options?.MaxRetries,
        AllowRepeat = options?.AllowRepeat ?? false,
        Priority = options?.Priority ?? RequestPriority.Normal,
        HeaderMap = options?.HeaderMap,
        OnResponse = options?.OnResponse,
        CancellationToken = options?.CancellationToken ?? default,
    };

    /// <summary>Options that hold nothing but a token.</summary>
    public static RequestOptions FromCancellationToken(CancellationToken cancellationToken)
        => new() { CancellationToken = cancellationToken };
}

namespace Valentina;

/// <summary>What one call may do differently from its client. Every method takes it as its last but one parameter.</summary>
public sealed class RequestOptions
{
    /// <summary>The idempotency key of this call; see <c>docs/retries.md</c>. Only for POST, PUT and PATCH.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>The time one attempt may take, in place of the client's.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>How many times a failed attempt is repeated, in place of the client's; 0 means never.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>Headers sent with this call, over those of the client.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Called once with the final answer, on success and on failure alike.</summary>
    public Action<ResponseInfo>? OnResponse { get; set; }

    /// <summary>A token to cancel the call with; combined with the method's own.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Lets a method be called with nothing but a token: <c>GetAsync(id, cancellationToken)</c>.</summary>
    public static implicit operator RequestOptions(CancellationToken cancellationToken) => FromCancellationToken(cancellationToken);

    /// <summary>Options that hold nothing but a token.</summary>
    public static RequestOptions FromCancellationToken(CancellationToken cancellationToken) => new() { CancellationToken = cancellationToken };
}

namespace Valentina.Raw;

/// <summary>What the contract says about one operation; generated clients hold one instance for each.</summary>
public sealed class ApiOperation
{
    /// <summary>Creates the description of an operation.</summary>
    /// <param name="id">The <c>operationId</c> of the contract.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path template, for instance <c>/api/v1/companies/{company_id}</c>.</param>
    public ApiOperation(string id, HttpMethod method, string path)
    {
        Id = id;
        Method = method;
        Path = path;
        IsRepeatable = method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Delete || method == HttpMethod.Put;
    }

    /// <summary>The <c>operationId</c> of the contract.</summary>
    public string Id { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path template; safe to log, since it holds no values.</summary>
    public string Path { get; }

    /// <summary>
    /// The method of the client that makes the call, such as <c>CompleteAsync</c>, for messages (<c>x-call</c>); null where the
    /// <see cref="Id"/> says it as well.
    /// </summary>
    public string? MethodName { get; init; }

    /// <summary>Whether the server reads the <c>On-Behalf-Of</c> header here (<c>x-on-behalf-of</c>).</summary>
    public OnBehalfOfMode OnBehalfOf { get; init; }

    /// <summary>Whether the server accepts an <c>Idempotency-Key</c> here (the header is declared).</summary>
    public bool AcceptsIdempotencyKey { get; init; }

    /// <summary>
    /// Whether doing it twice is harmless, so that it may be repeated without a key. Unless said otherwise: GET, HEAD, DELETE and PUT
    /// (<c>x-not-repeatable</c> says otherwise).
    /// </summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether a failed attempt leaves residue on the server, so that a 5xx is never retried (<c>x-no-retry-on-5xx</c>).</summary>
    public bool NoRetryOnServerError { get; init; }

    /// <summary>Whether the call is billed, so that once sent it is repeated after a 429 alone (<c>x-spends-money</c>).</summary>
    public bool SpendsMoney { get; init; }

    /// <summary>Whether the request carries a file; such an attempt gets at least 90 seconds.</summary>
    public bool IsUpload { get; init; }

    /// <summary>
    /// Whether the path or query carries personal data (e-mail, provider ids) that logs must mask (<c>x-personal-data</c>).
    /// </summary>
    public bool HasPersonalData { get; init; }

    /// <summary>The largest page size of a list operation, or 0 where the operation is no paged list.</summary>
    public int MaxPageSize { get; init; }

    /// <summary>What messages call it.</summary>
    internal string CallName => MethodName ?? Id;

    /// <summary>What the call was given to send; null is refused by the call's name, since such parameters share theirs.</summary>
    internal T Given<T>(T? request, string parameter)
        where T : class
        => request ?? throw new ArgumentNullException(parameter, $"{CallName} was given no request, or no patch, to send.");

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path} ({Id})";

    /// <summary>
    /// Keeps the first one made, since it stands for its operation wherever operations are told apart. Each is made when it is first
    /// called: all of them together take a program longer than its first call.
    /// </summary>
    internal static ApiOperation Once(ref ApiOperation? kept, ApiOperation made)
        => Interlocked.CompareExchange(ref kept, made, null) ?? made;
}

/// <summary>How an operation treats the acting user's header <c>On-Behalf-Of</c>.</summary>
public enum OnBehalfOfMode
{
    /// <summary>The server does not look at it; it is not sent.</summary>
    Ignored,

    /// <summary>The server checks it when present; it is sent when the scope has a user.</summary>
    Honoured,

    /// <summary>The server refuses the call without it; a scope without a user fails before sending.</summary>
    Required,
}

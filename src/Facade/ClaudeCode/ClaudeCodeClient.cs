using Microsoft.Extensions.Logging;
using Valentina.ClaudeCode.Raw;
using Valentina.Connection;

namespace Valentina.ClaudeCode;

/// <summary>
/// The Claude Code API: completions, streams, agentic tasks, batches and usage. Make one and keep it; it is safe for any number
/// of threads. Every method has a synchronous twin without "Async". Every failure of a call is a
/// <see cref="ValentinaException"/>; cancelling, disposing and null are told as everywhere in .NET.
/// </summary>
/// <remarks>
/// Completions, tasks, batches and <c>process</c> cost money: once its bytes were sent, such a call is repeated after a 429 alone, since
/// the service refused it before anything ran, unless <see cref="RequestOptions.AllowRepeat"/> allows more. Members are virtual, and
/// there is a protected constructor, for test doubles.
/// </remarks>
/// <example>
/// <code>
/// using var claude = new ClaudeCodeClient();
/// var completion = await claude.CompleteAsync("Name three moons of Jupiter.", ClaudeModel.Haiku);
/// Console.WriteLine($"{completion.Text} ({completion.Usage.TotalTokens} tokens, ${completion.Cost})");
/// </code>
/// </example>
[GenerateSync]
public partial class ClaudeCodeClient : IDisposable, IAsyncDisposable
{
    private readonly ApiConnection? _connection;
    private readonly ClaudeCodeSettings? _settings;
    private readonly ClaudeCodeRawClients? _raw;
    private readonly bool _isView;

    /// <summary>Makes a client for a service and a key; everything else as usual.</summary>
    /// <param name="baseUrl">Where the service is, for instance <c>http://localhost:8006</c>.</param>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">One of them is wrong; the message says how.</exception>
    public ClaudeCodeClient(string baseUrl, string apiKey)
        : this(new ClaudeCodeOptions { BaseUrl = baseUrl, ApiKey = apiKey })
    {
    }

    /// <summary>
    /// Makes a client with connections of its own. What the options leave open comes from the environment: CLAUDE_API_URL,
    /// CLAUDE_API_KEY, CLAUDE_TIMEOUT, CLAUDE_PROJECT_ID.
    /// </summary>
    /// <param name="options">What the client is told; read once.</param>
    /// <param name="loggerFactory">Where log events go, in the category <c>Valentina.ClaudeCode</c>; null for nowhere.</param>
    /// <param name="timeProvider">The clock of deadlines and waits; null for the machine's.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message names all of them.</exception>
    public ClaudeCodeClient(ClaudeCodeOptions? options = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(options ?? new ClaudeCodeOptions(), Transport.Own, loggerFactory, timeProvider)
    {
    }

    /// <summary>
    /// Makes a client over an <see cref="HttpClient"/> that the caller keeps owning. Its own timeout stays in force beside those of the
    /// options.
    /// </summary>
    /// <remarks>
    /// An <see cref="HttpClient"/> whose handler follows redirects, which is the default of .NET, sends the API key along to whatever host
    /// an answer names. The SDK cannot look into an <see cref="HttpClient"/> and switch that off. It refuses an answer that came from
    /// another host, but the key has been there by then, and a redirect that leads back to the first host is not seen at all. Prefer
    /// <see cref="ClaudeCodeClient(ClaudeCodeOptions, HttpMessageHandler, ILoggerFactory, TimeProvider)"/>, which switches redirects off;
    /// or give a client made over a handler with <c>AllowAutoRedirect = false</c>.
    /// </remarks>
    /// <param name="options">What the client is told; read once.</param>
    /// <param name="httpClient">What carries the messages, streams included.</param>
    /// <param name="loggerFactory">Where log events go; null for nowhere.</param>
    /// <param name="timeProvider">The clock of deadlines and waits; null for the machine's.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message names all of them.</exception>
    public ClaudeCodeClient(
        ClaudeCodeOptions options, HttpClient httpClient, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(options, () => Transport.Of(httpClient ?? throw new ArgumentNullException(nameof(httpClient))), loggerFactory, timeProvider)
    {
    }

    /// <summary>Makes a client over a handler that the caller keeps owning: for proxies, certificates, recordings and tests.</summary>
    /// <param name="options">What the client is told; read once.</param>
    /// <param name="handler">What carries the messages, streams included. Redirects are switched off on it: the SDK follows them itself, on
    /// the same host only, so that the key goes nowhere else.</param>
    /// <param name="loggerFactory">Where log events go; null for nowhere.</param>
    /// <param name="timeProvider">The clock of deadlines and waits; null for the machine's.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong; the message names all of them.</exception>
    public ClaudeCodeClient(
        ClaudeCodeOptions options, HttpMessageHandler handler, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(options, () => Transport.Of(handler ?? throw new ArgumentNullException(nameof(handler))), loggerFactory, timeProvider)
    {
    }

    /// <summary>
    /// The rate limits of the key as they are known now, and how many calls of this process wait for their turn; no limits where the
    /// service has told none, or <see cref="ClientOptions.Pacing"/> is off.
    /// </summary>
    public virtual RateLimitState RateLimits => Connection.RateLimits;

    /// <summary>For test doubles, which override what they need.</summary>
    protected ClaudeCodeClient()
    {
    }

    private ClaudeCodeClient(
        ClaudeCodeOptions options, Func<Transport> transport, ILoggerFactory? loggerFactory, TimeProvider? timeProvider)
    {
        ArgumentNullException.ThrowIfNull(options);
        _settings = options.ResolveAll();
        _connection = new ApiConnection(_settings.Connection, transport(), loggerFactory, timeProvider);
        _raw = new ClaudeCodeRawClients(_connection);
    }

    private ClaudeCodeClient(ClaudeCodeClient origin, ApiConnection connection, ClaudeCodeSettings settings, BudgetGuard? guard)
    {
        _isView = true;
        _connection = connection;
        _settings = settings;
        _raw = ReferenceEquals(connection, origin._connection) ? origin._raw : new ClaudeCodeRawClients(connection);
        Guard = guard;
    }

    /// <summary>The generated clients, over the same connection: the operations exactly as the contract has them.</summary>
    public virtual ClaudeCodeRawClients Raw => _raw ?? throw Unconnected();

    /// <summary>Where the service is; null for a test double.</summary>
    public virtual Uri? BaseUrl => _settings?.Connection.BaseUrl;

    /// <summary>The project that <c>process</c>, tasks and streams are booked on; null for the service's default.</summary>
    public virtual string? ProjectId => _settings?.ProjectId;

    /// <summary>What watches the costs of this client, or null; see <see cref="WithBudget"/>.</summary>
    public virtual BudgetGuard? Guard { get; }

    internal ApiConnection Connection => _connection ?? throw Unconnected();

    private ClaudeCodeSettings Settings => _settings ?? throw Unconnected();

    /// <summary>
    /// The same client for another project: what the body names (<c>process</c>, tasks, streams) is booked there. The service books
    /// completions and batches on the project of the key, and reports the usage of that; give the project's key for those.
    /// </summary>
    /// <param name="projectId">The project.</param>
    /// <param name="apiKey">A key of that project; null for this client's.</param>
    /// <returns>A view that shares the connections of this client; disposing it does nothing.</returns>
    public virtual ClaudeCodeClient ForProject(string projectId, string? apiKey = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(projectId);
        var connection = apiKey is null ? Connection : Connection.WithApiKey(apiKey);
        return new ClaudeCodeClient(this, connection, Settings with { ProjectId = projectId, Connection = connection.Settings }, Guard);
    }

    /// <summary>
    /// The same client under a budget: every call that costs money is refused with a <see cref="BudgetExceededException"/> when the
    /// guard allows no more, before anything is sent, and adds its cost to the guard.
    /// </summary>
    /// <returns>A view that shares the connections of this client; disposing it does nothing.</returns>
    public virtual ClaudeCodeClient WithBudget(BudgetGuard guard)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return new ClaudeCodeClient(this, Connection, Settings, guard);
    }

    /// <summary>
    /// Closes the connections. A view does nothing, and neither does a client over an <see cref="HttpClient"/> of yours to it.
    /// </summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    /// <summary>Closes the connections.</summary>
    /// <param name="disposing">Whether it is disposed rather than finalised.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !_isView)
        {
            _connection?.Dispose();
        }
    }

    private static InvalidOperationException Unconnected()
        => new("This ClaudeCodeClient has no connection: override the members that are called.");
}

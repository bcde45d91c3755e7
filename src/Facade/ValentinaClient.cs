using Microsoft.Extensions.Logging;
using Valentina.Connection;
using Valentina.Services;

namespace Valentina;

/// <summary>
/// The client of Valentina Noir. Make one and keep it: it may be used from many threads at once, and it holds the connections. It is also
/// the scope of the default company; <see cref="ForCompany"/> leads to others, <see cref="CompanyScope.ActingAs"/> to acting users.
/// </summary>
/// <example>
/// <code>
/// await using var client = new ValentinaClient(new ValentinaOptions { BaseUrl = "https://valentina.example", ApiKey = key });
/// var acting = client.ForCompany(companyId).ActingAs(userId);
/// var roll = await acting.DiceRolls.CreateAsync(new DiceRollCreate { DiceSize = DiceSize.D10, NumDice = 5, Difficulty = 6 });
/// </code>
/// </example>
public class ValentinaClient : CompanyScope, IDisposable, IAsyncDisposable
{
    /// <summary>Makes a client with a URL and a key; everything else is as in new <see cref="ValentinaOptions"/>.</summary>
    /// <param name="baseUrl">Where the service is, for instance https://valentina.example.</param>
    /// <param name="apiKey">The API key.</param>
    /// <exception cref="ArgumentException">Something is missing or wrong; the message names all of it.</exception>
    public ValentinaClient(string baseUrl, string apiKey)
        : this(new ValentinaOptions { BaseUrl = baseUrl, ApiKey = apiKey })
    {
    }

    /// <summary>
    /// Makes a client with connections of its own. What the options leave open comes from the environment: VALENTINA_CLIENT_BASE_URL,
    /// VALENTINA_CLIENT_API_KEY and VALENTINA_CLIENT_DEFAULT_COMPANY_ID; so <c>new ValentinaClient()</c> takes everything from there.
    /// </summary>
    /// <param name="options">What the client is told; read once. Null for the defaults.</param>
    /// <param name="loggerFactory">Where events go, under the category Valentina.Client; null for nowhere.</param>
    /// <param name="timeProvider">The clock of deadlines and waits; null for the machine's.</param>
    /// <exception cref="ArgumentException">Something is missing or wrong; the message names all of it.</exception>
    public ValentinaClient(ValentinaOptions? options = null, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(options ?? new ValentinaOptions(), Transport.Own, loggerFactory, timeProvider)
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
    /// <see cref="ValentinaClient(ValentinaOptions, HttpMessageHandler, ILoggerFactory, TimeProvider)"/>, which switches redirects off; or
    /// give a client made over a handler with <c>AllowAutoRedirect = false</c>.
    /// </remarks>
    /// <param name="options">What the client is told; read once.</param>
    /// <param name="httpClient">Carries the requests; it is not disposed with this client.</param>
    /// <param name="loggerFactory">Where events go, under the category Valentina.Client; null for nowhere.</param>
    /// <param name="timeProvider">The clock of deadlines and waits; null for the machine's.</param>
    /// <exception cref="ArgumentException">Something is missing or wrong; the message names all of it.</exception>
    public ValentinaClient(
        ValentinaOptions options, HttpClient httpClient, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(options, () => Transport.Of(httpClient ?? throw new ArgumentNullException(nameof(httpClient))), loggerFactory, timeProvider)
    {
    }

    /// <summary>Makes a client over a handler that the caller keeps owning: for proxies, certificates, recordings and tests.</summary>
    /// <param name="options">What the client is told; read once.</param>
    /// <param name="handler">Carries the requests; it is not disposed with this client. Redirects are switched off on it: the SDK follows
    /// them itself, on the same host only, so that the key goes nowhere else.</param>
    /// <param name="loggerFactory">Where events go, under the category Valentina.Client; null for nowhere.</param>
    /// <param name="timeProvider">The clock of deadlines and waits; null for the machine's.</param>
    /// <exception cref="ArgumentException">Something is missing or wrong; the message names all of it.</exception>
    public ValentinaClient(
        ValentinaOptions options, HttpMessageHandler handler, ILoggerFactory? loggerFactory = null, TimeProvider? timeProvider = null)
        : this(options, () => Transport.Of(handler ?? throw new ArgumentNullException(nameof(handler))), loggerFactory, timeProvider)
    {
    }

    /// <summary>For test doubles, which override what they need.</summary>
    protected ValentinaClient()
    {
    }

    private ValentinaClient(ValentinaOptions options, Func<Transport> transport, ILoggerFactory? loggerFactory, TimeProvider? timeProvider)
        : base(MakeScope((options ?? throw new ArgumentNullException(nameof(options))).Resolve(), transport, loggerFactory, timeProvider))
    {
        if (options.SetAsDefault)
        {
            DefaultClient.Replace(this, loggerFactory);
        }
    }

    /// <inheritdoc cref="CompaniesService"/>
    public virtual CompaniesService Companies => field ??= new CompaniesService(Scope);

    /// <inheritdoc cref="DeveloperService"/>
    public virtual DeveloperService Developer => field ??= new DeveloperService(Scope);

    /// <inheritdoc cref="GlobalAdminService"/>
    public virtual GlobalAdminService GlobalAdmin => field ??= new GlobalAdminService(Scope);

    /// <inheritdoc cref="SystemService"/>
    public virtual SystemService System => field ??= new SystemService(Scope);

    /// <inheritdoc cref="UserLookupService"/>
    public virtual UserLookupService UserLookup => field ??= new UserLookupService(Scope);

    /// <summary>
    /// The rate limits of the key as they are known now, and how many calls of this process wait for their turn; no limits where the server
    /// has told none, or <see cref="ClientOptions.Pacing"/> is off.
    /// </summary>
    public virtual RateLimitState RateLimits => Scope.Connection.RateLimits;

    /// <summary>Whether the client was disposed; its calls then throw <see cref="ObjectDisposedException"/>.</summary>
    public virtual bool IsDisposed => Scope.Connection.IsDisposed;

    /// <summary>The services of a company.</summary>
    /// <param name="companyId">The company.</param>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public virtual CompanyScope ForCompany(Guid companyId) => new(Scope.ForCompany(ScopeId.Checked(companyId, nameof(companyId))));

    /// <summary>
    /// Closes the connections, unless they were given to the client. A client that is the process's default is that no longer.
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

    /// <summary>What <see cref="Dispose()"/> does; a test double that has no connection overrides it.</summary>
    /// <param name="disposing">Always true: there is no finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && HasScope)
        {
            DefaultClient.Clear(this);
            Scope.Connection.Dispose();
        }
    }

    private static ServiceScope MakeScope(
        ConnectionSettings settings, Func<Transport> transport, ILoggerFactory? loggers, TimeProvider? time)
        => new(new ApiConnection(settings, transport(), loggers, time), settings.DefaultCompanyId);
}

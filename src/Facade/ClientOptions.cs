using System.Diagnostics;
using System.Xml.Serialization;
using Valentina.Connection;
using Valentina.Connection.Profiles;
using Valentina.DependencyInjection;
using Valentina.Json;

namespace Valentina;

/// <summary>
/// What the clients of both services can be told. Every property can be bound from configuration, except the
/// <see cref="RateLimitGate"/>. A client reads the options once, when it is made; changing them afterwards changes nothing.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class ClientOptions
{
    private TimeSpan? _totalTimeout;

    private protected ClientOptions()
    {
    }

    /// <summary>
    /// Where the service is, an absolute http or https URL. A path is kept as a prefix; trailing slashes do not matter. Null or blank:
    /// taken from the environment.
    /// </summary>
    public string? BaseUrl { get; set; }

    /// <summary>
    /// The API key. Null or blank: taken from the environment. It is never logged, and serializers read it but do not write it. Whatever
    /// reflects over properties by rules of its own, such as a logger that takes objects apart, still sees it.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    [System.Text.Json.Serialization.JsonConverter(typeof(UnwrittenText))]
    [Newtonsoft.Json.JsonConverter(typeof(UnwrittenTextConverter))]
    [XmlIgnore]
    public string? ApiKey { get; set; }

    /// <summary>
    /// The time one attempt may take, from connecting to the last byte; 30 s. Uploads get at least 90 s.
    /// <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> switches it off.
    /// </summary>
    public virtual TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The time a call may take with all its attempts and waits; 5 minutes. <see cref="System.Threading.Timeout.InfiniteTimeSpan"/>
    /// switches it off.
    /// </summary>
    public TimeSpan TotalTimeout
    {
        get => _totalTimeout ?? DefaultTotalTimeout;
        set => _totalTimeout = value;
    }

    /// <summary>How many times a failed attempt is repeated, where repeating is safe; 3. 0 means never.</summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The wait before the first repetition, doubled each time, plus or minus a quarter by chance; 1 s. A wait the server asks for is taken
    /// as it is instead.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest wait between two attempts; 60 s. When the server asks for more the call fails at once and the exception says how long to
    /// wait.
    /// </summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Whether calls keep to the rate limits that the server has told, instead of running into them; learned from its answers by default.
    /// </summary>
    public RateLimitPacing Pacing { get; set; } = RateLimitPacing.Learned;

    /// <summary>
    /// How long a call may wait for its turn where the rate limit is used up; null stands for <see cref="MaxRetryDelay"/>. A call whose
    /// turn comes later fails at once with <see cref="RateLimitedException"/>, which says how long it would have to wait. The wait counts
    /// against <see cref="TotalTimeout"/> and never against <see cref="Timeout"/>; it is no attempt.
    /// </summary>
    public TimeSpan? MaxGateWait { get; set; }

    /// <summary>
    /// The gate that paces the calls; null for the one that all clients of the same key and address share in this process. Clients over a
    /// handler, an <see cref="HttpClient"/> or a clock of yours have one of their own, unless they are given the same here.
    /// </summary>
    [System.Text.Json.Serialization.JsonIgnore]
    [Newtonsoft.Json.JsonIgnore]
    [XmlIgnore]
    public RateLimitGate? RateLimitGate { get; set; }

    /// <summary>
    /// The statuses that are retried; null stands for 429, 500, 502, 503 and 504. Whether a given call may be repeated after them still
    /// depends on what it does.
    /// </summary>
    public int[]? RetryStatuses { get; set; }

    /// <summary>Whether a 429 is waited for and repeated; true. It governs nothing but 429.</summary>
    public bool AutoRetryRateLimit { get; set; } = true;

    /// <summary>
    /// Headers sent with every request. The ones the SDK manages itself (the key, the acting user, the idempotency key, the content's) are
    /// refused.
    /// </summary>
    [XmlIgnore]
    public IDictionary<string, string> Headers { get; set; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Where the options look for what they leave open: the variables of the process, or none for the client of a fake.</summary>
    internal EnvironmentReader Variables { get; set; } = EnvironmentReaders.Process;

    /// <summary>What was found in the configuration that the options were bound from, if they were.</summary>
    internal BoundConfiguration? Configuration { get; set; }

    private protected abstract ServiceProfile Profile { get; }

    private protected abstract string BaseUrlVariable { get; }

    private protected abstract string ApiKeyVariable { get; }

    private protected virtual bool IsApiKeyRequired => true;

    private protected virtual TimeSpan DefaultTotalTimeout => TimeSpan.FromMinutes(5);

    /// <summary>Where the service is when neither the property nor the environment says so.</summary>
    private protected virtual string? DefaultBaseUrl => null;

    /// <summary>Address, time limits and retries, and whether there is a key; never the key itself, nor headers.</summary>
    public override string ToString()
        => FormattableString.Invariant(
            $"{GetType().Name} {{ BaseUrl = {BaseUrl}, ApiKey = {(string.IsNullOrWhiteSpace(ApiKey) ? "not set" : "***")}, Timeout = {Timeout}, TotalTimeout = {TotalTimeout}, MaxRetries = {MaxRetries} }}");

    /// <summary>All that is wrong with the options, in sentences; empty when nothing is.</summary>
    internal IReadOnlyList<string> FindProblems(EnvironmentReader? environment = null)
    {
        var errors = new OptionErrors(GetType().Name);
        Read(environment ?? Variables, errors);
        return errors.Problems;
    }

    /// <summary>The options as a connection uses them: complete, checked and unchangeable.</summary>
    /// <exception cref="ArgumentException">Something is missing or wrong; the message names all of it.</exception>
    internal ConnectionSettings Resolve(EnvironmentReader? environment = null)
    {
        var errors = new OptionErrors(GetType().Name);
        var settings = Read(environment ?? Variables, errors);
        return errors.Problems.Count == 0
            ? settings
            : throw new ArgumentException($"{GetType().Name}: {string.Join(" ", errors.Problems)}");
    }

    private protected virtual TimeSpan ReadTimeout(EnvironmentReader environment, OptionErrors errors)
        => errors.Limit(Timeout, nameof(Timeout));

    /// <summary>Adds and checks what only one of the clients has.</summary>
    private protected abstract ConnectionSettings Complete(ConnectionSettings settings, EnvironmentReader environment, OptionErrors errors);

    private ConnectionSettings Read(EnvironmentReader environment, OptionErrors errors)
    {
        var settings = new ConnectionSettings
        {
            Profile = Profile,
            BaseUrl = errors.BaseUrl(
                First(BaseUrl, environment(BaseUrlVariable), DefaultBaseUrl), BaseUrlVariable, First(BaseUrl) is null),
            ApiKey = errors.ApiKey(First(ApiKey, environment(ApiKeyVariable)), ApiKeyVariable, IsApiKeyRequired),
            Timeout = ReadTimeout(environment, errors),
            TotalTimeout = errors.Limit(TotalTimeout, nameof(TotalTimeout)),
            IsTotalTimeoutSet = _totalTimeout is not null,
            MaxRetries = errors.Count(MaxRetries, nameof(MaxRetries)),
            RetryDelay = errors.Wait(RetryDelay, nameof(RetryDelay)),
            MaxRetryDelay = errors.Wait(MaxRetryDelay, nameof(MaxRetryDelay)),
            Pacing = Pacing,
            MaxGateWait = errors.Wait(MaxGateWait ?? MaxRetryDelay, nameof(MaxGateWait)),
            RateLimitGate = RateLimitGate,
            RetryStatuses = errors.Statuses(RetryStatuses, nameof(RetryStatuses)),
            AutoRetryRateLimit = AutoRetryRateLimit,
            Headers = errors.Headers(Headers, Profile.AuthenticationHeader),
        };
        var complete = Complete(settings, environment, errors);
        foreach (var problem in Configuration?.Problems ?? [])
        {
            errors.Add(problem);
        }

        // By itself no mistake: everything may come from the environment.
        if (Configuration is { IsMissing: true } missing && errors.Problems.Count > 0)
        {
            errors.Add($"The configuration has no section '{missing.Section}', or nothing is in it.");
        }
        else if (errors.Problems.Count > 0 && Configuration?.Elsewhere is { } hint)
        {
            errors.Add(hint);
        }

        return complete with { Configuration = Configuration };
    }

    private protected static string? First(params ReadOnlySpan<string?> values)
    {
        foreach (var value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                return value.Trim();
            }
        }

        return null;
    }
}

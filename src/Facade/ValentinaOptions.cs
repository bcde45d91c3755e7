using Valentina.Connection;
using Valentina.Connection.Profiles;

namespace Valentina;

/// <summary>What a <c>ValentinaClient</c> can be told.</summary>
/// <example>
/// <code>
/// var options = new ValentinaOptions { BaseUrl = "https://valentina.example", ApiKey = key, MaxRetries = 5 };
/// </code>
/// </example>
public sealed class ValentinaOptions : ClientOptions
{
    /// <summary>The environment variable with the base URL.</summary>
    public const string BaseUrlEnvironmentVariable = "VALENTINA_CLIENT_BASE_URL";

    /// <summary>The environment variable with the API key.</summary>
    public const string ApiKeyEnvironmentVariable = "VALENTINA_CLIENT_API_KEY";

    /// <summary>The environment variable with the id of the default company.</summary>
    public const string DefaultCompanyIdEnvironmentVariable = "VALENTINA_CLIENT_DEFAULT_COMPANY_ID";

    /// <summary>
    /// The company that company-wide services stand for when none is named. Null: taken from the environment; without either the company
    /// must be named.
    /// </summary>
    public Guid? DefaultCompanyId { get; set; }

    /// <summary>
    /// Whether every POST, PUT and PATCH gets an idempotency key of its own, uploads included; true. Without a key no such call is
    /// ever repeated, so one lost answer leaves the caller guessing; with it the server gives the stored answer of the first attempt
    /// again. The server holds no lock while the first attempt still runs, and stores no failures: therefore a write that timed out is
    /// not repeated by itself, nor one that leaves residue when it fails. A new random key for every call costs nothing else.
    /// </summary>
    public bool AutoIdempotencyKeys { get; set; } = true;

    /// <summary>
    /// Whether a client made with <c>new</c> becomes the process's default client, which the factories of <c>ValentinaServices</c> use;
    /// true.
    /// </summary>
    public bool SetAsDefault { get; set; } = true;

    private protected override ServiceProfile Profile => ValentinaProfile.Instance;

    private protected override string BaseUrlVariable => BaseUrlEnvironmentVariable;

    private protected override string ApiKeyVariable => ApiKeyEnvironmentVariable;

    private protected override ConnectionSettings Complete(ConnectionSettings settings, EnvironmentReader environment, OptionErrors errors)
        => settings with
        {
            AutoIdempotencyKeys = AutoIdempotencyKeys,
            DefaultCompanyId = errors.Id(
                DefaultCompanyId,
                environment(DefaultCompanyIdEnvironmentVariable),
                nameof(DefaultCompanyId),
                DefaultCompanyIdEnvironmentVariable),
        };
}

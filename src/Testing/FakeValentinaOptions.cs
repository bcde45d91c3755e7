namespace Valentina.Testing;

/// <summary>How a <see cref="FakeValentina"/> is set up.</summary>
public sealed class FakeValentinaOptions : FakeServiceOptions
{
    /// <summary>The key of the developer that is there at the start, a global administrator.</summary>
    public string ApiKey { get; set; } = "fake-api-key";

    /// <summary>Further developers, each with its key.</summary>
    public IList<FakeDeveloper> Developers { get; } = [];

    /// <summary>Whether there is a company at the start, with an administrator, a storyteller and a player.</summary>
    public bool SeedCompany { get; set; } = true;

    /// <summary>
    /// Limits of the key, for every route or for some. Three routes have their own always, as the real server does: signing in (30 in half
    /// an hour), uploads and avatars together (50 in ten minutes), renewing one's key (5 in an hour).
    /// </summary>
    public IList<FakeRateLimit> RateLimits { get; } = [];

    /// <summary>Sign-in providers that cannot be reached: <c>google</c>, <c>apple</c>, <c>discord</c>, <c>github</c>.</summary>
    public ISet<string> UnreachableProviders { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Fills the catalogue in place of the invented one.</summary>
    internal Action<World>? Catalogue { get; set; }
}

/// <summary>A developer that is there when a fake starts.</summary>
public sealed class FakeDeveloper
{
    /// <summary>Creates a developer.</summary>
    /// <param name="username">The name.</param>
    /// <param name="apiKey">The key.</param>
    /// <param name="isGlobalAdmin">Whether it may do everything. Others may do what a company gives them.</param>
    public FakeDeveloper(string username, string apiKey, bool isGlobalAdmin = false)
    {
        Username = username;
        ApiKey = apiKey;
        IsGlobalAdmin = isGlobalAdmin;
    }

    /// <summary>The name.</summary>
    public string Username { get; }

    /// <summary>The key.</summary>
    public string ApiKey { get; }

    /// <summary>The e-mail address.</summary>
    public string Email => $"{Username}@example.com";

    /// <summary>Whether it may do everything.</summary>
    public bool IsGlobalAdmin { get; }
}

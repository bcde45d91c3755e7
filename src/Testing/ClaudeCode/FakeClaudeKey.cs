namespace Valentina.Testing;

/// <summary>An API key that a fake knows.</summary>
public sealed class FakeClaudeKey
{
    /// <summary>Creates a key.</summary>
    /// <param name="apiKey">The key itself.</param>
    /// <param name="projectId">The project its completions and batches are booked on.</param>
    public FakeClaudeKey(string apiKey, string projectId = "default")
    {
        ApiKey = apiKey;
        ProjectId = projectId;
    }

    /// <summary>The key itself.</summary>
    public string ApiKey { get; }

    /// <summary>The project its completions and batches are booked on.</summary>
    public string ProjectId { get; }

    /// <summary>What it may do with tasks; null for nothing at all.</summary>
    public FakeClaudeProfile? Profile { get; init; } = FakeClaudeProfile.Enterprise;

    /// <summary>How many requests it has in a clock minute; 100, as a new key of the real service has.</summary>
    public int RequestsPerMinute { get; init; } = 100;

    /// <summary>Whether it was revoked. The stream looks at its profile alone, as the real service does.</summary>
    public bool IsRevoked { get; init; }
}

namespace Valentina.Testing;

/// <summary>
/// What a key may do with agentic tasks. The three profiles of the real service stand here; make others as a test needs them.
/// </summary>
public sealed class FakeClaudeProfile
{
    /// <summary>At most 60 s and $0.10, the tool <c>Read</c>, no agents and no skills.</summary>
    public static FakeClaudeProfile Free { get; } = new()
    {
        Name = "free",
        MaxTimeout = 60,
        MaxCost = 0.1,
        AllowedTools = ["Read"],
        BlockedTools = ["Write", "Edit", "Bash"],
        AllowedAgents = [],
        AllowedSkills = []
    };

    /// <summary>
    /// At most 300 s and $1.00, the tools <c>Read</c>, <c>Grep</c>, <c>Glob</c> and <c>Bash</c>, two agents (<c>security-auditor</c>,
    /// <c>code-reviewer</c>) and two skills (<c>vulnerability-scanner</c>, <c>code-analyzer</c>).
    /// </summary>
    public static FakeClaudeProfile Pro { get; } = new()
    {
        Name = "pro",
        MaxTimeout = 300,
        MaxCost = 1,
        AllowedTools = ["Read", "Grep", "Glob", "Bash"],
        BlockedTools = ["Write", "Edit"],
        AllowedAgents = ["security-auditor", "code-reviewer"],
        AllowedSkills = ["vulnerability-scanner", "code-analyzer"]
    };

    /// <summary>At most 600 s and $10.00, all tools, agents and skills.</summary>
    public static FakeClaudeProfile Enterprise { get; } = new() { Name = "enterprise", MaxTimeout = 600, MaxCost = 10 };

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The longest task, in seconds.</summary>
    public int MaxTimeout { get; init; }

    /// <summary>The dearest task, in US dollars.</summary>
    public double MaxCost { get; init; }

    /// <summary>The only tools allowed; null for all that are not blocked.</summary>
    public IReadOnlyList<string>? AllowedTools { get; init; }

    /// <summary>Tools that are refused, in words of their own, whatever is allowed.</summary>
    public IReadOnlyList<string> BlockedTools { get; init; } = [];

    /// <summary>The only agents allowed; null for all.</summary>
    public IReadOnlyList<string>? AllowedAgents { get; init; }

    /// <summary>The only skills allowed; null for all.</summary>
    public IReadOnlyList<string>? AllowedSkills { get; init; }
}

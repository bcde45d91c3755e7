namespace Valentina.Testing;

/// <summary>How a <see cref="FakeClaudeCode"/> is set up.</summary>
public sealed class FakeClaudeCodeOptions : FakeServiceOptions
{
    /// <summary>The key that is there at the start, of the project <c>default</c> and the enterprise profile.</summary>
    public string ApiKey { get; set; } = "cc_fake";

    /// <summary>Further keys.</summary>
    public IList<FakeClaudeKey> Keys { get; } = [];

    /// <summary>The budgets of projects, in tokens of a month. A project without one may use what it likes.</summary>
    public IDictionary<string, long> TokenBudgets { get; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>
    /// Whether the service has its own line to the provider: tools of the caller are passed on, so that the answer has choices, and
    /// process takes that line unless <c>use_cli</c> is set. Off, as in the real service unless set up.
    /// </summary>
    public bool PassesTools { get; set; }

    /// <summary>The time between two pieces of a streamed answer; 10 ms, as the real service takes.</summary>
    public TimeSpan PieceDelay { get; set; } = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// How a request without a bearer key is refused; 403 when left out, as the service in production does. The SDK makes one exception
    /// of both.
    /// </summary>
    public FakeMissingKeyAnswer MissingKeyAnswer { get; set; } = FakeMissingKeyAnswer.Forbidden;

    /// <summary>The agents tasks may use.</summary>
    public IList<string> Agents { get; } = ["code-reviewer", "security-auditor"];

    /// <summary>The skills tasks may use.</summary>
    public IList<string> Skills { get; } = ["code-analyzer", "vulnerability-scanner"];
}

namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>
/// Which model the service takes when the caller names none, and which one it runs for a foreign name. What is left of a budget decides
/// first, then the size of the context, then the words of the prompt.
/// </summary>
internal static class ModelChoice
{
    private const double LeastBudget = 1000;
    private const double AmpleBudget = 5000;
    private const double LargeContext = 10_000;
    private const int ShortPrompt = 100;

    private static readonly string[] Simple = ["list", "format", "count", "show", "get", "create", "add"];

    private static readonly string[] Complex =
    [
        "analyze", "architect", "debug", "design", "implement", "optimize", "refactor", "review", "test", "diagnose", "strategy",
    ];

    private static readonly string[] Small = ["gpt-3.5", "mini", "nano"];
    private static readonly string[] Large = ["gpt-4-turbo", "gpt-4o", "o1"];

    /// <summary>Chooses a model.</summary>
    /// <param name="prompt">What is asked.</param>
    /// <param name="contextSize">The size of the context, in whatever the caller counts.</param>
    /// <param name="remaining">The tokens left; null without a budget. The service takes none left for no budget at all.</param>
    public static string For(string prompt, double contextSize, long? remaining)
    {
        var left = Left(remaining);
        return left < LeastBudget ? "haiku"
            : contextSize > LargeContext ? "opus"
            : IsSimple(prompt) ? "haiku"
            : Has(prompt, Complex) && left < AmpleBudget ? "haiku"
            : "sonnet";
    }

    /// <summary>Why: every reason that applies, whichever of them decided.</summary>
    public static string Reasons(string prompt, double contextSize, long? remaining)
    {
        var left = Left(remaining);
        var reasons = new List<string>();
        if (left < LeastBudget)
        {
            reasons.Add("Budget constraint: Insufficient budget forces Haiku");
        }
        else if (contextSize > LargeContext)
        {
            reasons.Add("Context constraint: Large context requires Opus");
        }

        if (IsSimple(prompt))
        {
            reasons.Add("Simple prompt with basic keywords → Haiku");
        }

        if (Has(prompt, Complex))
        {
            reasons.Add(left >= AmpleBudget
                ? "Complex reasoning keywords with sufficient budget → Sonnet"
                : "Complex keywords but limited budget → Haiku");
        }

        return reasons.Count > 0 ? string.Join(" | ", reasons) : "Medium complexity task → Sonnet (default)";
    }

    /// <summary>The model that runs for any provider's name; whatever has "mini" in it is small, Gemini too.</summary>
    public static string Mapped(string name)
        => Has(name, ["haiku"]) ? "haiku"
            : Has(name, ["opus"]) ? "opus"
            : Has(name, ["sonnet", "claude"]) ? "sonnet"
            : Has(name, Small) ? "haiku"
            : Has(name, Large) ? "opus"
            : "sonnet";

    private static double Left(long? remaining) => remaining is null or 0 ? double.PositiveInfinity : remaining.Value;

    private static bool IsSimple(string prompt) => Characters(prompt) < ShortPrompt && Has(prompt, Simple);

    private static int Characters(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static bool Has(string text, string[] words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}

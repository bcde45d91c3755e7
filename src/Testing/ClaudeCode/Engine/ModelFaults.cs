namespace Valentina.Testing.ClaudeCode.Engine;

/// <summary>What the service makes of a failing run: status, category, the provider's status and words.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Category">The category in the headers; null for none.</param>
/// <param name="Upstream">The provider's status, where the service talked to the provider itself.</param>
/// <param name="Words">What the answer says.</param>
internal sealed record ModelFaults(int Status, string? Category, int? Upstream, string Words)
{
    /// <summary>How a run failed.</summary>
    public static ModelFaults Of(ModelRun run)
    {
        var fault = run.IsDirect ? Direct(run.Fault) : Tool(run.Fault);
        return run.Reply.FaultWords is { } words ? fault with { Words = words } : fault;
    }

    /// <summary>The exit code of the tool behind the service.</summary>
    public static int ExitCode(ModelRun run) => run.Reply.ExitCode ?? (run.Fault == FakeModelFault.Crash ? 3 : 1);

    /// <summary>What the tool's words mean to the service.</summary>
    public static FakeModelFault Of(string errorOutput)
    {
        bool Says(params string[] words) => words.Any(word => errorOutput.Contains(word, StringComparison.OrdinalIgnoreCase));
        return Says("rate limit", "429") ? FakeModelFault.RateLimited
            : Says("overloaded", "529") ? FakeModelFault.Overloaded
            : Says("unauthorized", "401") ? FakeModelFault.Authentication
            : Says("timed out", "timeout") ? FakeModelFault.Timeout
            : Says("internal server error") ? FakeModelFault.Upstream
            : FakeModelFault.Crash;
    }

    public static string ToolWords(int code, string errorOutput)
        => FormattableString.Invariant($"Process exited with code {code}\nStderr: {errorOutput}");

    private static ModelFaults Tool(FakeModelFault? fault) => fault switch
    {
        FakeModelFault.RateLimited => new(429, "rate_limited", null, ToolWords(1, "rate limit\n")),
        FakeModelFault.Overloaded => new(503, "overloaded", null, ToolWords(1, "overloaded 529\n")),
        FakeModelFault.Authentication => new(502, "auth_error", null, ToolWords(1, "401 unauthorized\n")),
        FakeModelFault.Timeout => new(504, "timeout", null, ToolWords(1, "request timed out\n")),
        FakeModelFault.Crash => new(502, "cli_error", null, ToolWords(3, "segmentation fault\n")),
        FakeModelFault.BadRequest => new(502, "cli_error", null, ToolWords(1, "bad request\n")),
        FakeModelFault.Unreadable => new(
            500,
            null,
            null,
            "Failed to parse JSON output: Expecting value: line 1 column 1 (char 0)\nOutput: this is not json\n\nStderr: "),
        _ => new(502, "upstream_error", null, ToolWords(1, "Internal Server Error from upstream\n")),
    };

    private static ModelFaults Direct(FakeModelFault? fault) => fault switch
    {
        FakeModelFault.RateLimited => new(429, "rate_limited", 429, "Rate limited by Anthropic API: rate limited"),
        FakeModelFault.Overloaded => new(503, "overloaded", 529, "Anthropic API overloaded: overloaded"),
        FakeModelFault.Authentication => new(502, "auth_error", 401, "Anthropic auth error: bad key"),
        FakeModelFault.Timeout => new(504, "timeout", null, "Anthropic API timeout: request timed out"),
        FakeModelFault.BadRequest => new(400, "bad_request", 400, "Bad request to Anthropic API: bad request"),
        FakeModelFault.Upstream => new(502, "upstream_error", 500, "Anthropic server error (500): server error"),
        _ => new(500, "internal_error", null, "Direct completion error: boom"),
    };
}

// A review by an agentic task: it may read and search the files, nothing else, and leaves a report.
// Runs on the real service when CLAUDE_API_URL and CLAUDE_API_KEY are set, otherwise on an embedded one that plays a script.
//
//   dotnet run --project samples/CodeReviewer -- [folder on the server]

using CodeReviewer;
using Valentina;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;

await using var embedded = Environment.GetEnvironmentVariable("CLAUDE_API_URL") is null ? await Script.StartAsync() : null;
using var claude = embedded is null ? new ClaudeCodeClient() : new ClaudeCodeClient(embedded.BaseAddress.AbsoluteUri, Script.ApiKey);
var folder = args.FirstOrDefault() ?? "/project";

var offered = await claude.GetCapabilitiesAsync();
Console.WriteLine($"The service offers {offered.AgentsCount} agents and {offered.SkillsCount} skills.\n");

var review = new AgenticTaskRequest
{
    Description = $"Review the C# files in {folder} for bugs. Name file, line and remedy. Write the report to report.md.",
    WorkingDirectory = folder,
    AllowTools = ["Read", "Grep", "Glob"],
    AllowAgents = [.. offered.Agents.Select(agent => agent.Name).Where(name => name == "code-reviewer")],
    Timeout = 60,
    MaxCost = 0.10m,
};

try
{
    var result = (await claude.AgenticTaskAsync(review)).EnsureCompleted();
    Console.WriteLine(result.Result.FullOutput);
    Console.WriteLine("\nWhat it did:");
    foreach (var step in result.ExecutionLog)
    {
        Console.WriteLine(
            $"  {step.Step}. {step.Action} {string.Join(", ", step.Details.Select(detail => $"{detail.Key}={detail.Value}"))}");
    }

    foreach (var file in result.Artifacts)
    {
        Console.WriteLine($"It left {file.Path} ({file.SizeBytes} bytes).");
    }

    Console.WriteLine($"It took {result.Usage.TotalTokens} tokens and ${result.Usage.TotalCost:0.0000}.");
}
catch (PermissionDeniedException ex)
{
    // Nothing was run and nothing was paid: ask for less, or have the key's profile raised.
    Console.WriteLine($"The key may not do that: {ex.Detail}");
}
catch (BudgetExceededException ex)
{
    Console.WriteLine($"Too dear: {ex.Detail}");
}

// The same, watched. A tool that the profile blocks is refused before anything runs.
Console.WriteLine("\nAnd once more with a tool that is not allowed:");
try
{
    await foreach (var read in claude.StreamAgenticTaskAsync(new AgenticTaskRequest
    {
        Description = "Delete the temporary files.",
        AllowTools = ["Bash"],
        Timeout = 60,
        MaxCost = 0.10m,
    }))
    {
        Console.WriteLine(read is ResultEvent result ? $"  {result.Task.Status}" : $"  {read}");
    }
}
catch (PermissionDeniedException ex)
{
    Console.WriteLine($"  {ex.Detail}");
}

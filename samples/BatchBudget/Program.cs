// Many prompts under a budget: several at a time, answers as they come, and no more once the money is spent.
// Runs on the real service when CLAUDE_API_URL and CLAUDE_API_KEY are set, otherwise on an embedded one that plays a script.

using BatchBudget;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;

await using var embedded = Environment.GetEnvironmentVariable("CLAUDE_API_URL") is null ? await Script.StartAsync() : null;
using var claude = embedded is null ? new ClaudeCodeClient() : new ClaudeCodeClient(embedded.BaseAddress.AbsoluteUri, Script.ApiKey);

string[] clans = ["Brujah", "Gangrel", "Malkavian", "Nosferatu", "Toreador", "Tremere", "Ventrue", "Lasombra"];
var guard = new BudgetGuard(maxCost: 0.05m);

Console.WriteLine($"One line on each of {clans.Length} clans, for at most ${guard.MaxCost:0.00}:");
var prompts = clans.Select(clan => new BatchPrompt { Id = clan, Prompt = $"Describe the clan {clan} in one line." });
await foreach (var outcome in claude.CompleteManyAsync(
    prompts, new CompleteManySettings { Model = ClaudeModel.Haiku, MaxParallel = 3, Guard = guard }))
{
    Console.WriteLine(outcome switch
    {
        { Completion: { } answer } => $"  {outcome.Id,-10} {answer.Text}",
        { Error: { } error } => $"  {outcome.Id,-10} failed: {error.Message}",
        _ => $"  {outcome.Id,-10} (held back)",
    });
}

Console.WriteLine($"Spent: {guard}.\n");

// The same as batches: one call for several prompts, at their places, with their ids.
var rest = new BudgetGuard(maxCost: 0.02m);
var batch = await claude.BatchAsync(new BatchRequest
{
    Prompts = [.. clans.Select(clan => new BatchPrompt { Id = clan, Prompt = $"Name a weakness of {clan}." })],
    Model = ClaudeModel.Haiku
}, rest);
Console.WriteLine($"As a batch for at most ${rest.MaxCost:0.00}: {batch.Completed} of {batch.Total} answered, {batch.Failed} failed, ${batch.TotalCost:0.000} for {batch.TotalTokens} tokens.");
foreach (var result in batch.Results.Where(result => result.IsCompleted))
{
    Console.WriteLine($"  {result.Id,-10} {result.Content}");
}

var usage = await claude.GetUsageAsync(UsagePeriod.Day);
Console.WriteLine($"\nToday the project {usage.ProjectId} used {usage.TotalTokens} tokens, ${usage.TotalCost:0.000}.");

using Valentina;
using Valentina.ClaudeCode;

namespace host;

/// <summary>Does its work once and stops the host.</summary>
public class Worker(ValentinaClient valentina, ClaudeCodeClient claude, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var companies = await valentina.Companies.ListAllAsync(cancellationToken: stoppingToken);
        var answer = await claude.CompleteAsync("Say moon", cancellationToken: stoppingToken);
        Console.WriteLine($"{companies.Count} company, {answer.Text}");
        lifetime.StopApplication();
    }
}

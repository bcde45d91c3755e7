using Valentina;
using Valentina.ClaudeCode;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddValentina(builder.Configuration.GetSection("Valentina"));
builder.Services.AddClaudeCode(builder.Configuration.GetSection("ClaudeCode"));
builder.Services.AddHostedService<Once>();
builder.Build().Run();

/// <summary>Does its work once and stops the host.</summary>
internal sealed class Once(ValentinaClient valentina, ClaudeCodeClient claude, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var companies = await valentina.Companies.ListAllAsync(cancellationToken: stoppingToken);
        var answer = await claude.CompleteAsync("Say moon", cancellationToken: stoppingToken);
        Console.WriteLine($"{companies.Count} company, {answer.Text}");
        lifetime.StopApplication();
    }
}

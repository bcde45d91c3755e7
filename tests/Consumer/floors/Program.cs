// What a container does with the lowest packages that are allowed, and that it is these and this runtime.
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Valentina;
using Valentina.ClaudeCode;

var floor = Environment.Version.Major;
Check(args.Length == 0 || floor.ToString() == args[0], $"runs on .NET {Environment.Version}");
Type[] floors = [typeof(IHttpClientFactory), typeof(IOptions<>), typeof(ILogger), typeof(ServiceCollection), typeof(HealthCheckService)];
foreach (var type in floors)
{
    var version = type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
    Check(version == $"{floor}.0.0", $"{type.Assembly.GetName().Name} {version}");
}

// Keyed services that were there before, handlers for all clients, keyed clients of ours: each has hurt the factory once.
var services = new ServiceCollection();
services.AddKeyedSingleton("other", new object());
services.ConfigureHttpClientDefaults(http => http.ConfigureHttpClient(client => client.DefaultRequestHeaders.Add("X-Trace", "1")));
services.AddValentina().AddHttpMessageHandler(() => new Counter());
services.AddClaudeCode();
services.AddKeyedValentina("second", options => options.MaxRetries = 1);
services.AddKeyedClaudeCode("reviews", options => options.ProjectId = "reviews");
services.AddValentina(options => options.MaxRetries = 2);
services.AddHealthChecks().AddValentina().AddValentina("second").AddClaudeCode();

await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
var client = provider.GetRequiredService<ValentinaClient>();
Check((await client.Users.ListAllAsync()).Count == 3, "users of the client");
Check(client.Companies.ListAll().Count == 1, "companies, without async");
Check(Counter.Calls > 1, "handlers of the host");
Check((await provider.GetRequiredKeyedService<ValentinaClient>("second").Companies.ListAllAsync()).Count == 1, "a keyed client");
Check((await provider.GetRequiredService<ClaudeCodeClient>().CompleteAsync("Say moon")).Text.Length > 0, "an answer of Claude");
Check((await provider.GetRequiredKeyedService<ClaudeCodeClient>("reviews").HealthAsync()).Status.ToString().Length > 0, "a keyed Claude");
var health = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
Check(health.Status == HealthStatus.Healthy && health.Entries.Count == 3, "health checks");

var wrong = new ServiceCollection();
wrong.AddValentina(options => options.BaseUrl = "nowhere");
await using var refused = wrong.BuildServiceProvider();
try
{
    refused.GetRequiredService<ValentinaClient>();
    Check(false, "a wrong address is refused");
}
catch (OptionsValidationException ex)
{
    Check(ex.Message.Contains("nowhere"), "a wrong address is refused by name");
}

static void Check(bool holds, string what)
{
    Console.WriteLine($"{(holds ? "ok" : "WRONG")}: {what}");
    if (!holds)
    {
        Environment.Exit(1);
    }
}

internal sealed class Counter : DelegatingHandler
{
    public static int Calls;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref Calls);
        return base.SendAsync(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref Calls);
        return base.Send(request, cancellationToken);
    }
}

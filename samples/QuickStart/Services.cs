using Valentina;
using Valentina.ClaudeCode;
using Valentina.Testing;

namespace QuickStart;

/// <summary>The two clients: real where the environment names a service, embedded servers on loopback ports otherwise.</summary>
internal sealed class Services : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _owned = [];

    private Services()
    {
    }

    public ValentinaClient Valentina { get; private set; } = null!;

    public ClaudeCodeClient Claude { get; private set; } = null!;

    /// <summary>Where the two clients lead, for people.</summary>
    public string Places { get; private set; } = "";

    public static async Task<Services> ConnectAsync(CancellationToken cancellationToken)
    {
        var services = new Services();
        services.Valentina = services.Own(await services.ConnectValentinaAsync(cancellationToken));
        services.Claude = services.Own(await services.ConnectClaudeAsync(cancellationToken));
        return services;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var item in Enumerable.Reverse(_owned))
        {
            await item.DisposeAsync();
        }
    }

    private static bool IsSet(params string[] names) => names.All(n => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(n)));

    private async Task<ValentinaClient> ConnectValentinaAsync(CancellationToken cancellationToken)
    {
        if (IsSet("VALENTINA_CLIENT_BASE_URL", "VALENTINA_CLIENT_API_KEY"))
        {
            Places += "the game service of VALENTINA_CLIENT_BASE_URL";
            return new ValentinaClient();
        }

        var fake = new FakeValentina();
        var server = Own(await fake.StartServerAsync(cancellationToken: cancellationToken));
        Places += $"an embedded game server on {server.BaseAddress}";
        return new ValentinaClient(new ValentinaOptions { BaseUrl = server.BaseAddress.ToString(), ApiKey = fake.ApiKey });
    }

    private async Task<ClaudeCodeClient> ConnectClaudeAsync(CancellationToken cancellationToken)
    {
        if (IsSet("CLAUDE_API_URL", "CLAUDE_API_KEY"))
        {
            Places += ", the completion service of CLAUDE_API_URL";
            return new ClaudeCodeClient();
        }

        var fake = new FakeClaudeCode();
        var server = Own(await fake.StartServerAsync(cancellationToken: cancellationToken));
        Places += $", an embedded completion server on {server.BaseAddress}";
        return new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = server.BaseAddress.ToString(), ApiKey = fake.ApiKey });
    }

    private T Own<T>(T item)
        where T : IAsyncDisposable
    {
        _owned.Add(item);
        return item;
    }
}

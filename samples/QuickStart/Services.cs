using Valentina;
using Valentina.ClaudeCode;
using Valentina.Testing;

namespace QuickStart;

/// <summary>The two clients: real where the environment names a service, embedded servers on loopback ports otherwise.</summary>
internal sealed class Services : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _owned = [];

    private readonly Narrator _narrator;

    private Services(Narrator narrator) => _narrator = narrator;

    public ValentinaClient Valentina { get; private set; } = null!;

    public ClaudeCodeClient Claude { get; private set; } = null!;

    public static async Task<Services> ConnectAsync(Narrator narrator, CancellationToken cancellationToken)
    {
        var services = new Services(narrator);
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
            _narrator.Say("The game service is that of VALENTINA_CLIENT_BASE_URL.");
            return new ValentinaClient();
        }

        _narrator.Write("   Starting an embedded game server …");
        var fake = new FakeValentina();
        var server = Own(await fake.StartServerAsync(cancellationToken: cancellationToken));
        _narrator.Write($" on {server.BaseAddress}{Environment.NewLine}");
        return new ValentinaClient(new ValentinaOptions { BaseUrl = server.BaseAddress.ToString(), ApiKey = fake.ApiKey });
    }

    private async Task<ClaudeCodeClient> ConnectClaudeAsync(CancellationToken cancellationToken)
    {
        if (IsSet("CLAUDE_API_URL", "CLAUDE_API_KEY"))
        {
            _narrator.Say("The completion service is that of CLAUDE_API_URL.");
            return new ClaudeCodeClient();
        }

        _narrator.Write("   Starting an embedded completion server …");
        var fake = new FakeClaudeCode();
        var server = Own(await fake.StartServerAsync(cancellationToken: cancellationToken));
        _narrator.Write($" on {server.BaseAddress}{Environment.NewLine}");
        return new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = server.BaseAddress.ToString(), ApiKey = fake.ApiKey });
    }

    private T Own<T>(T item)
        where T : IAsyncDisposable
    {
        _owned.Add(item);
        return item;
    }
}

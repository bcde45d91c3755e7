using Valentina.Testing;

namespace WebApi;

/// <summary>Both services on loopback ports, for trying the API without any.</summary>
public sealed class EmbeddedServices : IAsyncDisposable
{
    private readonly FakeServer _valentinaServer;
    private readonly FakeServer _claudeServer;

    private EmbeddedServices(FakeValentina valentina, FakeServer valentinaServer, FakeClaudeCode claude, FakeServer claudeServer)
    {
        (_valentinaServer, _claudeServer) = (valentinaServer, claudeServer);
        Settings = new Dictionary<string, string?>
        {
            ["Valentina:BaseUrl"] = valentinaServer.BaseAddress.ToString(),
            ["Valentina:ApiKey"] = valentina.ApiKey,
            ["Table:CompanyId"] = valentina.CompanyId.ToString(),
            ["Table:UserId"] = valentina.StorytellerId.ToString(),
            ["ClaudeCode:BaseUrl"] = claudeServer.BaseAddress.ToString(),
            ["ClaudeCode:ApiKey"] = claude.ApiKey,
        };
    }

    /// <summary>Where they are and what they ask for, as configuration.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>Starts both.</summary>
    public static async Task<EmbeddedServices> StartAsync()
    {
        var (valentina, claude) = (new FakeValentina(), new FakeClaudeCode());
        return new EmbeddedServices(valentina, await valentina.StartServerAsync(), claude, await claude.StartServerAsync());
    }

    /// <summary>Stops both.</summary>
    public async ValueTask DisposeAsync()
    {
        await _valentinaServer.DisposeAsync();
        await _claudeServer.DisposeAsync();
    }
}

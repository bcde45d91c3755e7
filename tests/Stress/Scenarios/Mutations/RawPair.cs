using Valentina.ClaudeCode;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Mutations;

/// <summary>A client of each service as a user makes it, with short timeouts.</summary>
internal sealed class RawPair : IDisposable
{
    private readonly ValentinaClient _valentina;

    public RawPair(string url, HttpMessageHandler? handler = null)
    {
        _valentina = Clients.Valentina(url, Configure, handler);
        var claude = new ClaudeCodeOptions { BaseUrl = url, ApiKey = Clients.Key, StreamIdleTimeout = TimeSpan.FromSeconds(1) };
        Configure(claude);
        Claude = handler is null ? new ClaudeCodeClient(claude) : new ClaudeCodeClient(claude, handler);
    }

    public ClaudeCodeClient Claude { get; }

    /// <summary>The raw clients of the service that gave an answer.</summary>
    public object Of(RecordedAnswer recorded) => recorded.IsClaude ? Claude.Raw : _valentina.ActingAs(Clients.Company).Raw;

    public void Dispose()
    {
        _valentina.Dispose();
        Claude.Dispose();
    }

    private static void Configure(ClientOptions options)
    {
        options.Timeout = TimeSpan.FromSeconds(1);
        options.TotalTimeout = TimeSpan.FromSeconds(1.5);
        options.MaxRetries = 1;
        options.RetryDelay = TimeSpan.Zero;
        options.MaxRetryDelay = TimeSpan.FromMilliseconds(1);
    }
}

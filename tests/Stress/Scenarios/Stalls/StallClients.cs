using Valentina.ClaudeCode;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Stalls;

/// <summary>Both clients, of one server, with the time limits of a measurement.</summary>
internal sealed class StallClients : IDisposable
{
    private readonly SocketsHttpHandler? _handler;

    public StallClients(string url, bool isSecure, TimeSpan? limit = null, bool isTotal = false)
    {
        void Configure(ClientOptions options)
        {
            options.MaxRetries = limit is null ? 2 : 0;
            options.RetryDelay = options.MaxRetryDelay = TimeSpan.FromMinutes(4);
            options.Timeout = isTotal || limit is null ? TimeSpan.FromMinutes(4) : limit.Value;
            options.TotalTimeout = isTotal && limit is not null ? limit.Value : TimeSpan.FromMinutes(5);
        }

        _handler = isSecure ? Clients.TrustingHandler() : null;
        Valentina = Clients.Valentina(url, Configure, _handler);
        Impatient = Clients.Valentina(url, options =>
        {
            Configure(options);
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
        }, _handler);
        var claude = new ClaudeCodeOptions { BaseUrl = url, ApiKey = Clients.Key };
        claude.MaxRetries = 0;
        if (limit is not null)
        {
            claude.StreamIdleTimeout = limit.Value;
        }

        Claude = _handler is null ? new ClaudeCodeClient(claude) : new ClaudeCodeClient(claude, _handler);
    }

    /// <summary>Waits minutes before it repeats.</summary>
    public ValentinaClient Valentina { get; }

    /// <summary>Repeats at once.</summary>
    public ValentinaClient Impatient { get; }

    public ClaudeCodeClient Claude { get; }

    public void Dispose()
    {
        Valentina.Dispose();
        Impatient.Dispose();
        Claude.Dispose();
        _handler?.Dispose();
    }
}

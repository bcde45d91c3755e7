using Valentina.ClaudeCode;
using Valentina.Models;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Hostile;

/// <summary>Both clients of one hostile server, with small limits and one repetition, and the calls that are made with them.</summary>
internal sealed class HostileClients : IDisposable
{
    /// <summary>A consumer who has read so much has had enough: a server may well send tokens for ever.</summary>
    private const int EnoughEvents = 20_000;
    private const int EnoughBytes = 16 * 1024 * 1024;

    private readonly ValentinaClient _valentina;
    private readonly ClaudeCodeClient _claude;

    public HostileClients(string url)
    {
        _valentina = Clients.Valentina(url, Configure);
        var claude = new ClaudeCodeOptions
        {
            BaseUrl = url,
            ApiKey = Clients.Key,
            Timeout = TimeSpan.FromSeconds(1),
            StreamIdleTimeout = TimeSpan.FromSeconds(1)
        };
        Configure(claude);
        claude.Timeout = TimeSpan.FromSeconds(1);
        _claude = new ClaudeCodeClient(claude);

        static void Configure(ClientOptions options)
        {
            options.Timeout = TimeSpan.FromSeconds(0.7);
            options.TotalTimeout = TimeSpan.FromSeconds(1);
            options.MaxRetries = 1;
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            options.MaxRetryDelay = TimeSpan.FromMilliseconds(20);
        }
    }

    public void Call(HostileCalls call, bool isSynchronous, CancellationToken token)
    {
        if (isSynchronous)
        {
            Call(call, token);
        }
        else
        {
            // The scenario's own thread waits; the call itself lives on the pool, as a user's does.
            Task.Run(() => CallAsync(call, token), CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    public void Dispose()
    {
        _valentina.Dispose();
        _claude.Dispose();
    }

    private static CompanyCreate NewCourt() => new() { Name = "Court", Description = "A court of law", Email = "court@example.com" };

    private void Call(HostileCalls call, CancellationToken token)
    {
        switch (call)
        {
            case HostileCalls.Get:
                _valentina.Companies.Get(Clients.Company, null, token);
                break;
            case HostileCalls.List:
                _valentina.Companies.ListAll(null, null, token);
                break;
            case HostileCalls.Create:
                _valentina.Companies.Create(NewCourt(), null, token);
                break;
            case HostileCalls.Download:
                using (var file = _valentina.GlobalAdmin.DownloadLogs(null, token))
                {
                    var buffer = new byte[64 * 1024];
                    for (var left = EnoughBytes; left > 0 && file.Content.Read(buffer) is > 0 and var count; left -= count)
                    {
                    }
                }

                break;
            case HostileCalls.Complete:
                _claude.Complete("Go on.", null, token);
                break;
            default:
                var events = 0;
                foreach (var _ in _claude.Stream("Go on.", null, token))
                {
                    if (++events == EnoughEvents)
                    {
                        break;
                    }
                }

                break;
        }
    }

    private async Task CallAsync(HostileCalls call, CancellationToken token)
    {
        switch (call)
        {
            case HostileCalls.Get:
                await _valentina.Companies.GetAsync(Clients.Company, null, token).ConfigureAwait(false);
                break;
            case HostileCalls.List:
                await _valentina.Companies.ListAllAsync(null, null, token).ConfigureAwait(false);
                break;
            case HostileCalls.Create:
                await _valentina.Companies.CreateAsync(NewCourt(), null, token).ConfigureAwait(false);
                break;
            case HostileCalls.Download:
                await using (var file = await _valentina.GlobalAdmin.DownloadLogsAsync(null, token).ConfigureAwait(false))
                {
                    var buffer = new byte[64 * 1024];
                    for (var left = EnoughBytes; left > 0
                        && await file.Content.ReadAsync(buffer, token).ConfigureAwait(false) is > 0 and var count; left -= count)
                    {
                    }
                }

                break;
            case HostileCalls.Complete:
                await _claude.CompleteAsync("Go on.", null, token).ConfigureAwait(false);
                break;
            default:
                var events = 0;
                await foreach (var _ in _claude.StreamAsync("Go on.", null, token).ConfigureAwait(false))
                {
                    if (++events == EnoughEvents)
                    {
                        break;
                    }
                }

                break;
        }
    }
}

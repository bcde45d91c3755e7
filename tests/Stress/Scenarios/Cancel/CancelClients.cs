using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Cancel;

/// <summary>One client for each server and each time of a whole call, which can only be set on a client; used by all threads.</summary>
internal sealed class CancelClients : IDisposable
{
    private const int Steps = 8;
    private readonly ValentinaClient[] _plain;
    private readonly ValentinaClient[] _secure;

    public CancelClients(string plainUrl, string secureUrl, HttpMessageHandler trusting)
    {
        _plain = [.. Enumerable.Range(0, Steps + 1).Select(step => Clients.Valentina(plainUrl, options => Configure(options, step)))];
        _secure = [.. Enumerable.Range(
            0, Steps + 1).Select(step => Clients.Valentina(secureUrl, options => Configure(options, step), trusting))];
    }

    /// <param name="isSecure">Over TLS.</param>
    /// <param name="totalMilliseconds">The time of the whole call; 0 for no limit to speak of.</param>
    public ValentinaClient For(bool isSecure, int totalMilliseconds) => (isSecure ? _secure : _plain)[totalMilliseconds];

    public void Dispose()
    {
        foreach (var client in _plain.Concat(_secure))
        {
            client.Dispose();
        }
    }

    // No repetitions: a failure that is none of the caller's must show.
    private static void Configure(ValentinaOptions options, int totalMilliseconds)
    {
        options.MaxRetries = 0;
        options.TotalTimeout = totalMilliseconds == 0 ? TimeSpan.FromMinutes(5) : TimeSpan.FromMilliseconds(totalMilliseconds);
    }
}

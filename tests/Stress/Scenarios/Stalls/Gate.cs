using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Stalls;

/// <summary>Where the server of a stall stops, and says that it does.</summary>
internal sealed class Gate
{
    private readonly ManualResetEventSlim _reached = new();
    private readonly ManualResetEventSlim _over = new();
    private int _requests;

    /// <summary>From here on the other side waits, or is about to.</summary>
    public void Open() => _reached.Set();

    public bool Wait(TimeSpan timeout) => _reached.Wait(timeout);

    /// <summary>The number of a request of the call, from 1; each may come on a connection of its own.</summary>
    public int Count() => Interlocked.Increment(ref _requests);

    /// <summary>Says nothing more.</summary>
    public void Stall(RawExchange exchange)
    {
        Open();
        exchange.StallUntilGone();
    }

    /// <summary>Does not even read until the call is over. Without reading nobody sees the other side leave.</summary>
    public void StallWithoutReading(RawExchange exchange)
    {
        Open();
        _over.Wait();
        exchange.StallUntilGone();
    }

    /// <summary>The call is over.</summary>
    public void Close() => _over.Set();
}

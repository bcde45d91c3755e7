using System.Diagnostics;

namespace Valentina.Stress.Scenarios.Stalls;

/// <summary>
/// How late a bare thread that sleeps, and a bare continuation of the thread pool, come at the same time: what is measured on a busy
/// machine is the machine's lateness and ours together, and only ours may count.
/// </summary>
internal sealed class LatenessGauge : IDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(2);
    private readonly object _lock = new();
    private readonly Queue<(long At, TimeSpan Late)> _seen = new();
    private volatile bool _stopped;

    public LatenessGauge()
    {
        new Thread(Sleep) { IsBackground = true, Name = "gauge" }.Start();
        _ = DelayAsync();
    }

    /// <summary>The worst lateness of a beat that was due after a moment.</summary>
    public TimeSpan WorstSince(long timestamp)
    {
        lock (_lock)
        {
            return _seen.Where(one => one.At >= timestamp).Select(one => one.Late).DefaultIfEmpty(TimeSpan.Zero).Max();
        }
    }

    public void Dispose() => _stopped = true;

    private void Sleep()
    {
        while (!_stopped)
        {
            var from = Stopwatch.GetTimestamp();
            Thread.Sleep(Beat);
            Note(from);
        }
    }

    private async Task DelayAsync()
    {
        while (!_stopped)
        {
            var from = Stopwatch.GetTimestamp();
            await Task.Delay(Beat).ConfigureAwait(false);
            Note(from);
        }
    }

    private void Note(long from)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            _seen.Enqueue((now, Stopwatch.GetElapsedTime(from, now) - Beat));
            while (_seen.Count > 20_000)
            {
                _seen.Dequeue();
            }
        }
    }
}

using System.Collections.Concurrent;
using Valentina.Tests.Shared;

namespace Valentina.Conformance.Tests.FakeServer.Pacing;

/// <summary>
/// Workers that take calls from a list until it is empty, asynchronously, on threads of their own, or both. The clock moves when all of
/// them wait at the gate, and only then, so that a busy machine changes nothing.
/// </summary>
internal sealed class Workers(ValentinaClient client, SteppedClock clock)
{
    private readonly ConcurrentBag<Exception> _failures = [];
    private readonly ConcurrentBag<TimeSpan> _waits = [];
    private int _left;
    private int _active;

    /// <summary>The longest that one call took, on the clock.</summary>
    public TimeSpan LongestWait => _waits.Max();

    public async Task<IReadOnlyList<Exception>> RunAsync(
        int workers, int calls, string kind, Func<CancellationToken, Task> callAsync, Action<CancellationToken> call)
    {
        _left = calls;
        _active = workers;
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(9));
        var running = Enumerable.Range(0, workers).Select(worker => kind == "sync" || (kind == "mixed" && worker % 2 == 0)
            ? Task.Factory.StartNew(
                () => Work(() => call(limit.Token)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            : Task.Run(() => WorkAsync(() => callAsync(limit.Token)))).ToArray();
        while (Volatile.Read(ref _active) is > 0 and var active)
        {
            if (client.RateLimits.Waiting == active && Volatile.Read(ref _active) == active)
            {
                clock.AdvanceToNext();
            }
            else
            {
                // Whoever spins on a busy machine holds up those it waits for.
                Thread.Yield();
                await Task.Yield();
            }
        }

        await Task.WhenAll(running);
        return [.. _failures];
    }

    private async Task WorkAsync(Func<Task> callAsync)
    {
        while (Interlocked.Decrement(ref _left) >= 0)
        {
            var start = clock.GetUtcNow();
            try
            {
                await callAsync();
            }
            catch (Exception ex)
            {
                _failures.Add(ex);
            }

            _waits.Add(clock.GetUtcNow() - start);
        }

        Interlocked.Decrement(ref _active);
    }

    private void Work(Action call)
    {
        while (Interlocked.Decrement(ref _left) >= 0)
        {
            var start = clock.GetUtcNow();
            try
            {
                call();
            }
            catch (Exception ex)
            {
                _failures.Add(ex);
            }

            _waits.Add(clock.GetUtcNow() - start);
        }

        Interlocked.Decrement(ref _active);
    }
}

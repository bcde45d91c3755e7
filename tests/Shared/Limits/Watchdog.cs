namespace Valentina.Tests.Shared.Limits;

/// <summary>
/// Calls back when a time is over, on one thread of its own: a timer of .NET needs the thread pool, and a hanging test may have taken all
/// of that.
/// </summary>
internal static class Watchdog
{
    private static readonly PriorityQueue<Alarm, long> Alarms = new();
    private static bool _isAwake;

    /// <summary>Calls back once the time is over, unless what is returned was disposed before. The callback must not block.</summary>
    public static IDisposable In(TimeSpan time, Action callback)
    {
        var alarm = new Alarm(callback);
        lock (Alarms)
        {
            Alarms.Enqueue(alarm, Environment.TickCount64 + (long)time.TotalMilliseconds);
            if (!_isAwake)
            {
                _isAwake = true;
                new Thread(Watch) { IsBackground = true, Name = "Watchdog of the tests" }.Start();
            }

            Monitor.Pulse(Alarms);
        }

        return alarm;
    }

    private static void Watch()
    {
        while (true)
        {
            Next().Ring();
        }
    }

    private static Alarm Next()
    {
        lock (Alarms)
        {
            while (true)
            {
                if (!Alarms.TryPeek(out var first, out var due))
                {
                    Monitor.Wait(Alarms);
                }
                else if (due - Environment.TickCount64 is > 0 and var rest)
                {
                    Monitor.Wait(Alarms, (int)Math.Min(rest, int.MaxValue));
                }
                else
                {
                    return Alarms.Dequeue();
                }
            }
        }
    }

    private sealed class Alarm(Action callback) : IDisposable
    {
        private Action? _callback = callback;

        public void Ring() => Interlocked.Exchange(ref _callback, null)?.Invoke();

        public void Dispose() => Interlocked.Exchange(ref _callback, null);
    }
}

namespace Valentina.Connection;

/// <summary>
/// The end of the synchronous work that runs on this thread, for the sockets it waits on. Timers fire on the thread pool, so that a
/// deadline made of them alone would come late while the pool is busy; the kernel is always on time.
/// </summary>
internal readonly struct SocketDeadline : IDisposable
{
    [ThreadStatic]
    private static long t_end;

    private readonly long _before;

    private SocketDeadline(TimeSpan limit)
    {
        _before = t_end;
        t_end = Environment.TickCount64 + Math.Max((long)limit.TotalMilliseconds, 1);
    }

    /// <summary>How long a socket may be waited for on this thread.</summary>
    public static TimeSpan Left
        => t_end == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Max(t_end - Environment.TickCount64, 0));

    /// <summary>Begins a time limit; it ends with disposal, on the same thread. A clock that is not the machine's sets none.</summary>
    public static SocketDeadline Begin(TimeSpan limit, TimeProvider time)
        => limit == Timeout.InfiniteTimeSpan || !ReferenceEquals(time, TimeProvider.System) ? default : new(limit);

    public void Dispose() => t_end = _before;
}

/// <summary>A socket was waited for until the end of the time.</summary>
internal sealed class SocketDeadlineException() : IOException("The time is over.")
{
    /// <summary>Whether it is at the bottom of what the transport threw.</summary>
    public static bool IsCauseOf(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            if (fault is SocketDeadlineException)
            {
                return true;
            }
        }

        return false;
    }
}

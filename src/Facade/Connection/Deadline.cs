namespace Valentina.Connection;

/// <summary>The time limit of an attempt, joined with the caller's token.</summary>
internal readonly struct Deadline : IDisposable
{
    /// <summary>The source of the last attempt on this thread, if it can be used again: it was not cancelled, and nobody listens to it any more.</summary>
    [ThreadStatic]
    private static CancellationTokenSource? t_spare;

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly bool _isReusable;
    private readonly TimeProvider _time;
    private readonly long _start;

    private Deadline(TimeSpan limit, TimeProvider time, CancellationToken caller, bool endsCall)
    {
        Limit = limit;
        _time = time;
        _start = time.GetTimestamp();
        _isReusable = ReferenceEquals(time, TimeProvider.System);
        _source = _isReusable ? Take(limit) : new CancellationTokenSource(limit, time);
        EndsCall = endsCall;
        _registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the time is over. The clock is asked too, since the timer may be late.</summary>
    public bool HasPassed
        => _source.IsCancellationRequested || (Limit != Timeout.InfiniteTimeSpan && _time.GetElapsedTime(_start) >= Limit);

    public TimeSpan Limit { get; }

    /// <summary>Whether it is the time of the whole call that ends here.</summary>
    public bool EndsCall { get; }

    public static Deadline Start(Call call, TimeProvider time)
    {
        var limit = call.AttemptTimeout;
        var endsCall = false;
        if (call.TotalTimeout != Timeout.InfiniteTimeSpan)
        {
            var left = call.TotalTimeout - time.GetElapsedTime(call.StartedAt);
            if (limit == Timeout.InfiniteTimeSpan || left < limit)
            {
                limit = left > TimeSpan.Zero ? left : TimeSpan.Zero;
                endsCall = true;
            }
        }

        return new Deadline(limit, time, call.Token, endsCall);
    }

    public void Dispose()
    {
        _registration.Dispose();
        if (_isReusable && t_spare is null && _source.TryReset())
        {
            t_spare = _source;
        }
        else
        {
            _source.Dispose();
        }
    }

    private static CancellationTokenSource Take(TimeSpan limit)
    {
        var source = t_spare ?? new CancellationTokenSource();
        t_spare = null;
        if (limit == TimeSpan.Zero)
        {
            source.Cancel();
        }
        else
        {
            source.CancelAfter(limit);
        }

        return source;
    }
}

namespace Valentina.Connection;

/// <summary>The time limit of an attempt, joined with the caller's token.</summary>
internal readonly struct Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    private Deadline(CancellationTokenSource source, CancellationToken caller, bool endsCall)
    {
        _source = source;
        EndsCall = endsCall;
        _registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
    }

    public CancellationToken Token => _source.Token;

    public bool HasPassed => _source.IsCancellationRequested;

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

        return new Deadline(new CancellationTokenSource(limit, time), call.Token, endsCall);
    }

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}

using System.Collections.Concurrent;

namespace Valentina.Connection;

/// <summary>
/// What ends an attempt: its time, the caller's token, the disposal of the client. Asynchronous work listens to <see cref="Token"/>;
/// synchronous work looks for itself while it waits (<see cref="SynchronousWork"/>).
/// </summary>
internal sealed class Deadline : IDisposable
{
    /// <summary>More than this many at once are rare; what comes back above it is left to the collector.</summary>
    private const int MaxPooled = 64;

    /// <summary>
    /// A source with its timer costs more than the rest of an attempt's bookkeeping, so they are used again. Only those of the machine's
    /// clock.
    /// </summary>
    private static readonly ConcurrentQueue<Deadline> Pool = new();

    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _source;
    private CancellationToken _caller;
    private CancellationToken _disposal;
    private CancellationTokenRegistration _onCancelled;
    private CancellationTokenRegistration _onDisposed;
    private long _start;
    private bool _isLinked;

    private Deadline(TimeProvider time)
    {
        _time = time;
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
    }

    /// <summary>Cancelled when the time is over, the caller cancels, or the client is disposed; but see <see cref="Unlink"/>.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether it is over. The clock is asked too, since the timer may be late.</summary>
    public bool HasPassed => _source.IsCancellationRequested || (Limit != Timeout.InfiniteTimeSpan && Left == TimeSpan.Zero);

    public TimeSpan Limit { get; private set; }

    /// <summary>Whether it is the time of the whole call that ends here.</summary>
    public bool EndsCall { get; private set; }

    /// <summary>The time left, never negative; infinite where there is no limit.</summary>
    public TimeSpan Left
    {
        get
        {
            if (Limit == Timeout.InfiniteTimeSpan)
            {
                return Timeout.InfiniteTimeSpan;
            }

            var left = Limit - _time.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>The deadline of the next attempt of a call.</summary>
    public static Deadline Start(RequestContext context, TimeProvider time, CancellationToken disposal)
    {
        var limit = context.AttemptTimeout;
        var endsCall = false;
        if (context.TotalTimeout != Timeout.InfiniteTimeSpan)
        {
            var left = context.TotalTimeout - time.GetElapsedTime(context.StartedAt);
            if (limit == Timeout.InfiniteTimeSpan || left < limit)
            {
                limit = left > TimeSpan.Zero ? left : TimeSpan.Zero;
                endsCall = true;
            }
        }

        var deadline = Start(limit, time, context.Token, disposal);
        deadline.EndsCall = endsCall;
        context.AttemptStartedAt = deadline._start;
        return deadline;
    }

    /// <summary>A deadline that starts now.</summary>
    /// <param name="limit">The time; zero is over at once.</param>
    /// <param name="time">The clock.</param>
    /// <param name="caller">Ends it as a cancellation.</param>
    /// <param name="disposal">Ends it since what it works on is gone.</param>
    public static Deadline Start(TimeSpan limit, TimeProvider time, CancellationToken caller, CancellationToken disposal)
    {
        var deadline = ReferenceEquals(time, TimeProvider.System) && Pool.TryDequeue(out var spare) ? spare : new Deadline(time);
        deadline.Limit = limit;
        deadline.EndsCall = false;
        deadline._caller = caller;
        deadline._disposal = disposal;
        deadline._start = time.GetTimestamp();
        deadline.Link();
        return deadline;
    }

    /// <summary>Lets <see cref="Token"/> be cancelled by timer, caller and disposal, from whatever thread that happens on.</summary>
    public void Link()
    {
        if (_isLinked)
        {
            return;
        }

        _isLinked = true;
        var left = Left;
        if (left == TimeSpan.Zero)
        {
            _source.Cancel();
        }
        else if (left != Timeout.InfiniteTimeSpan)
        {
            _source.CancelAfter(left);
        }

        _onCancelled = Register(_caller);
        _onDisposed = Register(_disposal);
    }

    /// <summary>
    /// From now on no other thread cancels <see cref="Token"/>, which .NET answers by closing the connection under whoever reads it.
    /// The thread that works looks at <see cref="ThrowIfOver"/> instead.
    /// </summary>
    public void Unlink()
    {
        if (!_isLinked)
        {
            return;
        }

        // Waits for a cancellation that is going on right now.
        Unregister();
        if (!_source.IsCancellationRequested)
        {
            _source.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Ends synchronous work that is over.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled, or the client was disposed.</exception>
    /// <exception cref="DeadlinePassedException">The time is over.</exception>
    public void ThrowIfOver()
    {
        _disposal.ThrowIfCancellationRequested();
        _caller.ThrowIfCancellationRequested();
        if (HasPassed)
        {
            throw new DeadlinePassedException();
        }
    }

    public void Dispose()
    {
        Unregister();
        _caller = default;
        _disposal = default;

        // Whoever still listens to a source that is used again is taken off it.
        if (ReferenceEquals(_time, TimeProvider.System) && Pool.Count < MaxPooled && _source.TryReset())
        {
            Pool.Enqueue(this);
        }
        else
        {
            _source.Dispose();
        }
    }

    private CancellationTokenRegistration Register(CancellationToken token)
        => token.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);

    private void Unregister()
    {
        _isLinked = false;
        _onCancelled.Dispose();
        _onDisposed.Dispose();
        _onCancelled = default;
        _onDisposed = default;
    }
}

/// <summary>Synchronous work waited for a socket until its time was over.</summary>
internal sealed class DeadlinePassedException() : IOException("The time is over.");

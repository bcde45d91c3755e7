namespace Valentina.Connection.Pacing;

/// <summary>
/// What one limit of the server still lets through, as far as this process can know. Times are seconds of the gate's clock. Not safe for
/// threads: the gate's lock is around everything.
/// </summary>
internal abstract class RateBucket(string name)
{
    /// <summary>Sums of fractions that should be one token, or one second, come out a little below.</summary>
    protected const double Tolerance = 1e-6;

    private Probe _probe;

    private enum Probe
    {
        None,

        /// <summary>The server refused: when the wait is over, one call finds out whether it lets calls through again.</summary>
        Due,

        /// <summary>That call is on its way, and nobody else asks.</summary>
        Sent,
    }

    /// <summary>The server's name for the limit; empty where it has told none.</summary>
    public string Name { get; } = name;

    /// <summary>How many calls wait for it, by priority.</summary>
    public int[] Waiting { get; } = new int[2];

    /// <summary>How many of those that took a token have no answer yet.</summary>
    public int InFlight { get; private set; }

    /// <summary>Nothing is let through before.</summary>
    protected double ClosedUntil { get; set; }

    /// <summary>Whether a call may go now.</summary>
    public bool CanTake(double now)
    {
        Refill(now);
        return _probe != Probe.Sent && now >= ClosedUntil - Tolerance && HasToken(now);
    }

    /// <summary>Takes a token for a call that goes now.</summary>
    /// <returns>Whether the call finds out if the limit is open again.</returns>
    public bool Take()
    {
        InFlight++;
        Spend();
        if (_probe != Probe.Due)
        {
            return false;
        }

        _probe = Probe.Sent;
        return true;
    }

    /// <summary>Gives a token back that was taken for a call that was never sent.</summary>
    public void Return(bool isProbe)
    {
        Restore();
        Leave(isProbe);
    }

    /// <summary>The call came to an end that says nothing about the limit.</summary>
    public void Leave(bool isProbe)
    {
        InFlight--;
        if (isProbe && _probe == Probe.Sent)
        {
            _probe = Probe.Due;
        }
    }

    /// <summary>The server let the call through.</summary>
    public void Pass(bool isProbe, double now)
    {
        InFlight--;
        if (isProbe)
        {
            _probe = Probe.None;
        }

        Passed(isProbe, now);
    }

    /// <summary>The server refused a call and said how long to wait.</summary>
    public void Refuse(double wait, double now)
    {
        Refill(now);
        Refused(wait, now);
        ClosedUntil = Math.Max(ClosedUntil, now + wait);
        _probe = Probe.Due;
    }

    /// <summary>Nobody may go for so long; others than the server say so, so that nothing has to be found out afterwards.</summary>
    public void Close(double wait, double now) => ClosedUntil = Math.Max(ClosedUntil, now + wait);

    /// <summary>When a call may go that has others before it, at the earliest.</summary>
    /// <param name="now">The time.</param>
    /// <param name="before">How many calls go before it.</param>
    public double OpensAt(double now, double before)
    {
        Refill(now);
        return Math.Max(Math.Max(now, ClosedUntil), Filled(now, before + 1));
    }

    /// <summary>What is known, for those who look at it.</summary>
    public abstract RateLimitPolicy Describe(double now);

    protected abstract void Refill(double now);

    protected abstract bool HasToken(double now);

    protected abstract void Spend();

    protected abstract void Restore();

    /// <summary>When so many tokens have come, those that are there included.</summary>
    protected abstract double Filled(double now, double tokens);

    protected abstract void Passed(bool isProbe, double now);

    protected abstract void Refused(double wait, double now);
}

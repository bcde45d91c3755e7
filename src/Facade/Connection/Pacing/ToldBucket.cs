namespace Valentina.Connection.Pacing;

/// <summary>
/// A limit that the server describes with every answer: a bucket that fills steadily. Between two answers it is reckoned; each answer then
/// says within which bounds the truth lies.
/// </summary>
internal sealed class ToldBucket(string name) : RateBucket(name)
{
    private const double LeastShare = 0.05;

    /// <summary>Null, and no rate, where the server says what is left and never of how much.</summary>
    private double? _quota;
    private double _rate;
    private double _tokens;
    private double _at;

    /// <summary>
    /// How much of the pace this process takes for its own. A refusal where a token was reckoned with shows that others take some: less
    /// then, and a little more for each call that passes.
    /// </summary>
    private double _share = 1;
    private long _toldBy = -1;

    protected override void Refill(double now)
    {
        if (now > _at)
        {
            _tokens = _quota is { } quota ? Math.Min(quota, _tokens + ((now - _at) * _rate * _share)) : _tokens;
            _at = now;
        }
    }

    /// <summary>Takes what an answer says about the limit.</summary>
    /// <param name="policy">The limit, with what was left when the server looked.</param>
    /// <param name="sequence">The place of the call among all that were sent.</param>
    /// <param name="unseen">How many calls the server may or may not have counted by then: those on their way at the same time.</param>
    /// <param name="now">The time.</param>
    public void Tell(RateLimitPolicy policy, long sequence, long unseen, double now)
    {
        Refill(now);
        if (policy.Quota is > 0 and var quota && policy.Window is { Ticks: > 0 } window)
        {
            _quota = quota;
            _rate = quota / window.TotalSeconds;
        }

        if (policy.Remaining is not { } remaining)
        {
            return;
        }

        var least = remaining - (double)unseen;
        if (_toldBy < 0)
        {
            _tokens = least;
        }
        else if (sequence > _toldBy)
        {
            // Whole tokens are told. What is reckoned may be right within one; beyond that somebody else has taken some, or the server's
            // clock goes differently.
            _tokens = _tokens < least ? least : _tokens >= remaining + 1 ? remaining + 0.5 : _tokens;
        }

        _toldBy = Math.Max(_toldBy, sequence);
        if (remaining == 0 && policy.ResetAfter is { } reset)
        {
            // Told in whole seconds, rounded up: the true moment is less than one earlier.
            ClosedUntil = Math.Max(ClosedUntil, now + reset.TotalSeconds - (_rate > 0 ? 1 : 0));
        }
    }

    public override RateLimitPolicy Describe(double now)
    {
        var opens = OpensAt(now, 0) - now;
        return new RateLimitPolicy
        {
            Name = Name,
            Quota = (long?)_quota,
            Window = _quota is { } quota ? TimeSpan.FromSeconds(quota / _rate) : null,
            Remaining = opens > 0 ? 0 : (long)Math.Max(0, Math.Floor(_tokens + Tolerance)),
            ResetAfter = TimeSpan.FromSeconds(opens),
        };
    }

    /// <summary>Where nobody has said how fast it fills, only the times count that the server names.</summary>
    protected override bool HasToken(double now) => _rate == 0 || _tokens >= 1 - Tolerance;

    protected override void Spend() => _tokens--;

    protected override void Restore() => _tokens++;

    protected override double Filled(double now, double tokens)
        => _rate == 0 || tokens <= _tokens + Tolerance ? now : now + ((tokens - _tokens) / (_rate * _share));

    protected override void Passed(bool isProbe, double now) => _share = Math.Min(1, _share + 0.05);

    /// <summary>The wait tells exactly when there is a token again, and so how much of one there is.</summary>
    protected override void Refused(double wait, double now)
    {
        _share = Math.Max(LeastShare, _share * 0.7);
        _tokens = 1 - (wait * _rate * _share);
    }
}

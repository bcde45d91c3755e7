namespace Valentina.Connection.Pacing;

/// <summary>
/// A limit of which only refusals tell. Calls go one after the other at first, then twice as many at a time for each that passes; what
/// the next refusal says about the wait shows how fast the limit lets calls through.
/// </summary>
/// <param name="name">The name of the limit.</param>
/// <param name="period">
/// How long the server counts before it begins anew, as the Claude service does by the clock minute; null where tokens come one by one.
/// </param>
internal sealed class HiddenBucket(string name, double? period) : RateBucket(name)
{
    private const int MostAtOnce = 1024;

    private int _atOnce = 1;
    private double _tokens;
    private double _at;
    private double? _interval;
    private double? _quota;
    private double _passed;
    private double _windowEnd;

    public override RateLimitPolicy Describe(double now)
    {
        var opens = OpensAt(now, 0) - now;
        return new RateLimitPolicy
        {
            Name = Name,
            Quota = _quota is { } quota ? (long)quota : null,
            Window = period is { } length ? TimeSpan.FromSeconds(length)
                : _quota * _interval is { } filling ? TimeSpan.FromSeconds(filling) : null,
            Remaining = opens > 0 ? 0 : IsKnown ? (long)Math.Max(0, Math.Floor(_tokens + Tolerance)) : null,
            ResetAfter = TimeSpan.FromSeconds(opens),
        };
    }

    private bool IsKnown => _quota is not null && (period is not null || _interval is not null);

    protected override void Refill(double now)
    {
        if (period is { } length)
        {
            while (now >= _windowEnd - Tolerance && _windowEnd > 0)
            {
                BeginWindow(length);
            }
        }
        else if (_interval is { } interval && now > _at)
        {
            _tokens = Math.Min(_quota ?? 1, _tokens + ((now - _at) / interval));
            _at = now;
        }
    }

    protected override bool HasToken(double now) => IsKnown ? _tokens >= 1 - Tolerance : InFlight < _atOnce;

    protected override void Spend() => _tokens--;

    protected override void Restore() => _tokens++;

    protected override double Filled(double now, double tokens)
    {
        if (!IsKnown || tokens <= _tokens + Tolerance)
        {
            return now;
        }

        return period is { } length
            ? _windowEnd + (Math.Floor((tokens - Math.Max(0, _tokens) - 1) / _quota!.Value) * length)
            : now + ((tokens - _tokens) * _interval!.Value);
    }

    protected override void Passed(bool isProbe, double now)
    {
        _passed++;
        _atOnce = Math.Min(_atOnce * 2, MostAtOnce);
    }

    protected override void Refused(double wait, double now)
    {
        if (period is not null)
        {
            if (_windowEnd > 0 && _passed > 0)
            {
                _quota = _passed;
            }

            _windowEnd = now + wait;
            _tokens = 0;
        }
        else
        {
            // The last wait was for the token that the first of those who passed took; this one is for the token after the last of them.
            if (ClosedUntil > 0 && _passed > 0 && now + wait > ClosedUntil)
            {
                _interval = (now + wait - ClosedUntil) / _passed;
                _quota = Math.Max(1, _passed);
            }

            _at = now;
            _tokens = _interval is { } interval ? 1 - (wait / interval) : 0;
        }

        _passed = 0;
        _atOnce = 1;
    }

    /// <summary>A window that was used up without a refusal may hold more: the next one tries a tenth more.</summary>
    private void BeginWindow(double length)
    {
        if (_quota is { } quota)
        {
            _quota = _tokens < 1 && _passed >= quota ? quota + Math.Max(1, Math.Floor(quota / 10)) : quota;
            _tokens = _quota.Value;
        }

        _passed = 0;
        _windowEnd += length;
    }
}

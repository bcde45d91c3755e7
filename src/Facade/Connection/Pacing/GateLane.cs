namespace Valentina.Connection.Pacing;

/// <summary>The calls that wait for the same limits, in the order they came; those in the background apart.</summary>
internal sealed class GateLane(string key, RateBucket[] buckets)
{
    private readonly LinkedList<GateTurn>[] _waiting = [new(), new()];

    /// <summary>The names of the limits.</summary>
    public string Key { get; } = key;

    /// <summary>The limits; none for calls that wait to find out which there are.</summary>
    public RateBucket[] Buckets { get; } = buckets;

    public int Count => _waiting[0].Count + _waiting[1].Count;

    /// <summary>The first of those that wait.</summary>
    public GateTurn? First(bool isBackground) => _waiting[isBackground ? 1 : 0].First?.Value;

    public IEnumerable<GateTurn> All => _waiting[0].Concat(_waiting[1]);

    public void Add(GateTurn turn)
    {
        turn.Lane = this;
        var list = _waiting[turn.IsBackground ? 1 : 0];
        var last = list.Last;
        while (last is not null && last.Value.Place > turn.Place)
        {
            last = last.Previous;
        }

        if (last is null)
        {
            list.AddFirst(turn);
        }
        else
        {
            list.AddAfter(last, turn);
        }

        foreach (var bucket in Buckets)
        {
            bucket.Waiting[turn.IsBackground ? 1 : 0]++;
        }
    }

    public bool Remove(GateTurn turn)
    {
        if (!_waiting[turn.IsBackground ? 1 : 0].Remove(turn))
        {
            return false;
        }

        foreach (var bucket in Buckets)
        {
            bucket.Waiting[turn.IsBackground ? 1 : 0]--;
        }

        return true;
    }

    public bool CanPass(double now)
    {
        foreach (var bucket in Buckets)
        {
            if (!bucket.CanTake(now))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>When a call may go that has so many before it, at the earliest.</summary>
    /// <param name="now">The time.</param>
    /// <param name="before">How many go before it, for each limit.</param>
    public double OpensAt(double now, Func<RateBucket, double> before)
    {
        var opens = now;
        foreach (var bucket in Buckets)
        {
            opens = Math.Max(opens, bucket.OpensAt(now, before(bucket)));
        }

        return opens;
    }

    public void Take(GateTurn turn)
    {
        turn.Probes = 0;
        for (var index = 0; index < Buckets.Length; index++)
        {
            if (Buckets[index].Take())
            {
                turn.Probes |= 1UL << index;
            }
        }
    }
}

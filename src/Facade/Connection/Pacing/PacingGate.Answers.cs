using Valentina.Raw;

namespace Valentina.Connection.Pacing;

/// <content>Learns from the answers.</content>
internal sealed partial class PacingGate
{
    /// <summary>The call ended with nothing that says anything about limits.</summary>
    public void Leave(GateTurn turn)
    {
        lock (_lock)
        {
            Settle(turn, static (bucket, isProbe) => bucket.Leave(isProbe));
        }

        Pump();
    }

    /// <summary>The server answered, and did not say that it was too much.</summary>
    /// <param name="turn">The call; null where nobody was counted.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="limits">What the answer says about the limits; null for nothing.</param>
    public void Answered(GateTurn? turn, ApiOperation operation, RateLimitState? limits)
    {
        lock (_lock)
        {
            var now = Now;
            var route = RouteOf(turn, operation);
            Settle(turn, (bucket, isProbe) => bucket.Pass(isProbe, now));
            if (limits is not null)
            {
                Told(turn, limits, now);
                Relane(route, limits.Policies.Select(policy => policy.Name).Concat(HiddenOf(route)));
            }
            else if (!route.IsKnown)
            {
                Relane(route, []);
            }

            _isOpen = _buckets.Count == 0;
        }

        Pump();
    }

    /// <summary>The server refused the call: it was too much.</summary>
    /// <param name="turn">The call; null where nobody was counted.</param>
    /// <param name="operation">Its operation.</param>
    /// <param name="limits">What the answer says about the limits.</param>
    /// <param name="wait">How long to wait.</param>
    /// <param name="period">How long the server counts before it begins anew, where it does.</param>
    public void Refused(GateTurn? turn, ApiOperation operation, RateLimitState? limits, TimeSpan wait, TimeSpan? period)
    {
        lock (_lock)
        {
            var now = Now;
            var route = RouteOf(turn, operation);

            // It took a token of the limits before the one that failed, and says nothing about those after.
            Settle(turn, static (bucket, isProbe) => bucket.Leave(isProbe));
            var names = new List<string>();
            if (limits is not null)
            {
                Told(turn, limits, now);
                names.AddRange(limits.Policies.Where(policy => policy.IsExhausted).Select(policy => policy.Name));
            }

            if (names.Count == 0)
            {
                // Nobody says which limit it was: one that holds for this operation, or for all where the server counts by the minute.
                names.Add(period is null ? HiddenName(route) : "");
            }

            foreach (var name in names)
            {
                BucketOf(name, isTold: limits?.Policies.Any(policy => policy.Name == name) == true, period).Refuse(wait.TotalSeconds, now);
            }

            var before = route.Lane?.Buckets.Select(bucket => bucket.Name) ?? [];
            Relane(route, before.Concat(limits?.Policies.Select(policy => policy.Name) ?? []).Concat(names));
            if (period is not null)
            {
                RelaneAll("");
            }

            _isOpen = false;
        }

        Pump();
    }

    /// <summary>Of limits that no answer tells by name.</summary>
    private static string HiddenName(GateRoute route) => $"({route.Operation.Id})";

    private static IEnumerable<string> HiddenOf(GateRoute route)
        => route.Lane?.Buckets.OfType<HiddenBucket>().Select(bucket => bucket.Name) ?? [];

    private GateRoute RouteOf(GateTurn? turn, ApiOperation operation)
    {
        if (turn is not null)
        {
            return turn.Route;
        }

        if (!_routes.TryGetValue(operation, out var route))
        {
            _routes.Add(operation, route = new GateRoute(operation));
        }

        return route;
    }

    private RateBucket BucketOf(string name, bool isTold, TimeSpan? period)
    {
        if (!_buckets.TryGetValue(name, out var bucket))
        {
            _buckets.Add(name, bucket = isTold ? new ToldBucket(name) : new HiddenBucket(name, period?.TotalSeconds));
        }

        return bucket;
    }

    private void Told(GateTurn? turn, RateLimitState limits, double now)
    {
        foreach (var policy in limits.Policies)
        {
            if (BucketOf(policy.Name, isTold: true, null) is ToldBucket bucket)
            {
                bucket.Tell(policy, turn?.Sequence ?? 0, turn is null ? 0 : turn.Ahead + _lastSequence - turn.Sequence, now);
            }
        }
    }

    private void Settle(GateTurn? turn, Action<RateBucket, bool> settle)
    {
        if (turn?.Lane is not { } lane)
        {
            return;
        }

        _inFlight--;
        if (lane.Buckets.Length == 0)
        {
            turn.Route.Unknown--;
            _unknownInFlight--;
        }

        for (var index = 0; index < lane.Buckets.Length; index++)
        {
            settle(lane.Buckets[index], (turn.Probes & (1UL << index)) != 0);
        }
    }

    /// <summary>Gives an operation the limits that were told, and moves those who wait.</summary>
    private void Relane(GateRoute route, IEnumerable<string> names)
    {
        string[] sorted = [.. names.Concat(_buckets.ContainsKey("") ? [""] : []).Distinct().Order(StringComparer.Ordinal)];
        var key = string.Join('\n', sorted);
        var old = route.IsKnown ? route.Lane : _unknown.GetValueOrDefault(route);
        route.IsKnown = true;
        if (sorted.Length == 0)
        {
            route.Lane = null;
        }
        else if (route.Lane?.Key != key)
        {
            if (!_lanes.TryGetValue(key, out var lane))
            {
                _lanes.Add(key, lane = new GateLane(key, [.. sorted.Select(name => BucketOf(name, isTold: true, null))]));
            }

            route.Lane = lane;
        }

        _unknown.Remove(route);
        if (old is not null && old != route.Lane)
        {
            Move(route, old);
        }
    }

    /// <summary>A limit that holds for the whole key, and so for operations that have not been answered yet.</summary>
    private void RelaneAll(string name)
    {
        foreach (var route in _routes.Values)
        {
            Relane(route, (route.Lane?.Buckets.Select(bucket => bucket.Name) ?? []).Append(name));
        }
    }

    private void Move(GateRoute route, GateLane from)
    {
        foreach (var turn in from.All.Where(turn => turn.Route == route).ToList())
        {
            from.Remove(turn);
            if (route.Lane is { } lane)
            {
                lane.Add(turn);
            }
            else
            {
                _waiting--;
                Let(turn, null);
                _freed.Add(turn);
            }
        }
    }
}

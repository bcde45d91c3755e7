namespace Valentina.Testing;

/// <summary>Every call a fake received, in order.</summary>
internal sealed class RecordedCalls
{
    private readonly object _gate = new();
    private readonly List<FakeCall> _calls = [];

    /// <summary>Notes a call; its attempt number follows from the calls before it.</summary>
    public FakeCall Add(FakeRequest request, FakeRoute? route, Func<int, FakeCall> create)
    {
        lock (_gate)
        {
            var call = create(Attempt(request, route));
            _calls.Add(call);
            return call;
        }
    }

    public IReadOnlyList<FakeCall> Snapshot()
    {
        lock (_gate)
        {
            return [.. _calls];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
        }
    }

    /// <summary>A request is another attempt when the last one of its route was the same and did not succeed.</summary>
    private int Attempt(FakeRequest request, FakeRoute? route)
    {
        for (var index = _calls.Count - 1; index >= 0 && index >= _calls.Count - 64; index--)
        {
            var earlier = _calls[index];
            if (!Equals(earlier.Route, route) || earlier.Request.Url != request.Url)
            {
                continue;
            }

            var same = earlier.Request.Header("Idempotency-Key") == request.Header("Idempotency-Key")
                && earlier.Request.Body.Span.SequenceEqual(request.Body.Span);
            return same && earlier.Status is 0 or 408 or 429 or >= 500 ? earlier.Attempt + 1 : 1;
        }

        return 1;
    }
}

namespace Valentina.Client.Tests.ClaudeCode.Support;

/// <summary>Holds requests until as many are under way as expected, and counts the most there were.</summary>
internal sealed class CountingHandler : DelegatingHandler
{
    private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _expected;
    private int _now;
    private int _most;

    public CountingHandler(HttpMessageHandler inner, int expected) : base(inner) => _expected = expected;

    public int Most => _most;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var now = Interlocked.Increment(ref _now);
        InterlockedMax(now);
        if (now >= _expected)
        {
            _full.TrySetResult();
        }

        await _full.Task.WaitAsync(TimeSpan.FromSeconds(10), cancellationToken);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _now);
        }
    }

    private void InterlockedMax(int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref _most)) && Interlocked.CompareExchange(ref _most, value, seen) != seen)
        {
        }
    }
}

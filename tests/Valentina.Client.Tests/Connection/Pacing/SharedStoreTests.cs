using System.Net;
using Valentina.Connection;
using Valentina.Connection.Pacing;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>A call also asks for its token where several processes take theirs from, and waits as it is told there.</summary>
public sealed class SharedStoreTests
{
    private readonly AutoTimeProvider _time = new();
    private readonly ScriptedStore _store = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_is_asked_for_once_the_limits_are_known(bool sync)
    {
        var handler = StubHandler.Script(() => Ok());
        using var connection = Over(handler);

        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        _store.Taken.Should().BeEmpty("nobody knows yet of which limits");
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        _store.Taken.Should().ContainSingle().Which.Should().Equal("burst");
        _store.Scopes.Should().ContainSingle().Which.Should().MatchRegex("^[0-9A-F]{64}$", "it tells neither the key nor the address");
        handler.Sent.Should().HaveCount(2);
        _time.Waits.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_waits_while_other_processes_have_the_tokens(bool sync)
    {
        var handler = StubHandler.Script(() => Ok());
        using var connection = Over(handler);
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        _store.Waits.Enqueue(2);
        _store.Waits.Enqueue(3);

        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        _time.Waits.Should().Equal(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
        _store.Taken.Should().HaveCount(3, "it asks again after each wait");
        handler.Sent.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Waits_one_after_the_other_come_out_of_the_same_limit(bool sync)
    {
        var handler = StubHandler.Script(() => Ok());
        using var connection = Over(handler, options => options.MaxGateWait = TimeSpan.FromSeconds(3));
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        _store.Waits.Enqueue(2);
        _store.Waits.Enqueue(2);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        (await call.Should().ThrowAsync<RateLimitedException>()).Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(2));
        handler.Sent.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_time_that_asking_takes_comes_out_of_the_whole_call_s(bool sync)
    {
        var handler = StubHandler.Script(() => Ok());
        using var connection = Over(handler, options => options.TotalTimeout = TimeSpan.FromSeconds(5));
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        _store.Waits.Enqueue(2);
        _store.OnTake = () => _time.Advance(TimeSpan.FromSeconds(4));

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        await call.Should().ThrowAsync<RateLimitedException>();
        handler.Sent.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 5)]
    [InlineData(true, 0)]
    public async Task Who_cancels_while_it_is_asked_sends_nothing_and_keeps_no_token(bool sync, double wait)
    {
        var handler = StubHandler.Script(() => Ok());
        using var connection = Over(handler);
        using var source = new CancellationTokenSource();
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        connection.RateLimits.Remaining.Should().Be(4);
        _store.Waits.Enqueue(wait);
        _store.OnTake = source.Cancel;

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get), null, source.Token);

        await call.Should().ThrowAsync<OperationCanceledException>();
        connection.RateLimits.Remaining.Should().Be(4);
        handler.Sent.Should().HaveCount(1);
        _time.Waits.Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_is_told_to_the_other_processes(bool sync)
    {
        using var connection = Over(StubHandler.Script(
            () => StubHandler.Problem(429, "{}", "RateLimit: \"burst\";r=0;t=7, \"hourly\";r=50;t=0"), () => Ok()));

        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        _store.Closed.Should().Equal(("burst", TimeSpan.FromSeconds(7)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refusal_that_names_no_limit_is_nobody_else_s(bool sync)
    {
        using var connection = Over(StubHandler.Script(() => StubHandler.Problem(429, "{}", "Retry-After: 7"), () => Ok()));

        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        _store.Closed.Should().BeEmpty();
        _time.Waits.Should().Equal(TimeSpan.FromSeconds(7));
    }

    private ApiConnection Over(StubHandler handler, Action<ValentinaOptions>? change = null)
        => TestConnection.Over(
            handler,
            options =>
            {
                options.RateLimitGate = new RateLimitGate(_store, _time);
                change?.Invoke(options);
            },
            _time);

    private static HttpResponseMessage Ok()
        => StubHandler.Json(
            HttpStatusCode.OK,
            "{}",
            "application/json",
            ("RateLimit", "\"burst\";r=4;t=0"),
            ("RateLimit-Policy", "\"burst\";q=5;w=10"));

    private sealed class ScriptedStore : IRateLimitStore
    {
        /// <summary>What is answered, in seconds; zero when there are no more.</summary>
        public Queue<double> Waits { get; } = new();

        public List<string[]> Taken { get; } = [];

        public HashSet<string> Scopes { get; } = [];

        public List<(string Limits, TimeSpan Wait)> Closed { get; } = [];

        public Action? OnTake { get; set; }

        public ValueTask<TimeSpan> TakeAsync(string scope, IReadOnlyList<RateLimitPolicy> limits, CancellationToken cancellationToken)
            => new(Take(scope, limits));

        public TimeSpan Take(string scope, IReadOnlyList<RateLimitPolicy> limits)
        {
            Scopes.Add(scope);
            Taken.Add([.. limits.Select(limit => limit.Name)]);
            OnTake?.Invoke();
            return TimeSpan.FromSeconds(Waits.TryDequeue(out var wait) ? wait : 0);
        }

        public void Close(string scope, IReadOnlyList<RateLimitPolicy> limits, TimeSpan wait)
            => Closed.Add((string.Join(' ', limits.Select(limit => limit.Name)), wait));
    }
}

using System.Net;
using Valentina.Connection;
using Valentina.Tests.Shared;

namespace Valentina.Client.Tests.Connection.Pacing;

/// <summary>What a caller sees of the gate: what is thrown, what counts, who shares one.</summary>
public sealed class PacedCallTests
{
    private const string Used = "\"burst\";r=0;t=2";
    private const string Policy = "\"burst\";q=5;w=10";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_waits_for_its_turn_and_that_is_no_attempt(bool sync)
    {
        var time = new AutoTimeProvider();
        using var connection = TestConnection.Over(StubHandler.Script(() => Ok(), () => Ok()), options => options.MaxRetries = 0, time);
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        ResponseInfo? info = null;

        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get), new RequestOptions { OnResponse = got => info = got });

        info!.Attempts.Should().Be(1);
        time.Waits.Should().Equal(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_wait_counts_against_the_whole_call_and_not_against_the_attempt(bool sync)
    {
        var time = new AutoTimeProvider();
        using var connection = TestConnection.Over(
            StubHandler.Script(() => Ok(), () => Ok(), () => Ok()), options => options.Timeout = TimeSpan.FromSeconds(1), time);
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        using var hasty = TestConnection.Over(
            StubHandler.Script(() => Ok()), options => options.TotalTimeout = TimeSpan.FromSeconds(1), new AutoTimeProvider());
        await hasty.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        var call = () => hasty.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        (await call.Should().ThrowAsync<RateLimitedException>()).Which.RetryAfter.Should().Be(TimeSpan.FromSeconds(2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_turn_that_comes_too_late_is_told_before_anything_is_sent(bool sync)
    {
        var handler = StubHandler.Script(() => Ok());
        using var connection = TestConnection.Over(handler, options => options.MaxGateWait = TimeSpan.FromSeconds(1));
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        var late = (await call.Should().ThrowAsync<RateLimitedException>()).Which;
        late.RetryAfter.Should().Be(TimeSpan.FromSeconds(2));
        late.Attempts.Should().Be(0);
        late.StatusCode.Should().BeNull();
        late.Remaining.Should().Be(0);
        late.Message.Should().Contain("MaxGateWait").And.Contain("2 s");
        handler.Sent.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_cancels_leaves_the_queue(bool sync)
    {
        var clock = new SteppedClock();
        using var connection = TestConnection.Over(StubHandler.Script(() => Ok()), null, clock);
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));
        using var source = new CancellationTokenSource();

        var call = Task.Run(() => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get), null, source.Token));
        await UntilAsync(() => connection.RateLimits.Waiting == 1);
        await source.CancelAsync();

        var cancelled = () => call;
        (await cancelled.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
        connection.RateLimits.Waiting.Should().Be(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disposing_the_client_ends_the_wait(bool sync)
    {
        var connection = TestConnection.Over(StubHandler.Script(() => Ok()), null, new SteppedClock());
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        var call = Task.Run(() => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get)));
        await UntilAsync(() => connection.RateLimits.Waiting == 1);
        connection.Dispose();

        var ended = () => call;
        await ended.Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Without_pacing_the_server_says_so_itself()
    {
        var handler = StubHandler.Script(() => Ok(), () => Ok());
        using var connection = TestConnection.Over(handler, options => options.Pacing = RateLimitPacing.Off, new SteppedClock());

        await connection.CallAsync<Thing>(false, Ops.Request(Ops.Get));
        await connection.CallAsync<Thing>(false, Ops.Request(Ops.Get));

        handler.Sent.Should().HaveCount(2);
        connection.RateLimits.Policies.Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_that_the_server_echoes_in_a_limit_s_name_is_not_shown()
    {
        using var connection = TestConnection.Over(StubHandler.Script(() => StubHandler.Json(
            HttpStatusCode.OK, "{}", "application/json", ("RateLimit", $"\"{TestConnection.Key}\";r=3;t=0"))));

        await connection.CallAsync<Thing>(false, Ops.Request(Ops.Get));

        connection.RateLimits.Policies.Should().ContainSingle().Which.Name.Should().NotContain(TestConnection.Key);
    }

    [Fact]
    public async Task Connections_given_the_same_gate_share_what_is_known()
    {
        var time = new SteppedClock();
        var gate = new RateLimitGate(time);
        using var one = TestConnection.Over(StubHandler.Script(() => Ok()), options => options.RateLimitGate = gate, time);
        using var other = TestConnection.Over(StubHandler.Script(() => Ok()), options => options.RateLimitGate = gate, time);
        using var apart = TestConnection.Over(StubHandler.Script(() => Ok()), null, time);

        await one.CallAsync<Thing>(false, Ops.Request(Ops.Get));

        other.RateLimits.Remaining.Should().Be(0);
        gate.GetState().Remaining.Should().Be(0);
        apart.RateLimits.Policies.Should().BeEmpty();
    }

    [Fact]
    public void Clients_of_one_key_and_address_share_a_gate_by_themselves()
    {
        using var one = Own("key-aaaaaaaa");
        using var other = Own("key-aaaaaaaa");
        using var foreign = Own("key-bbbbbbbb");

        other.PacingGate.Should().BeSameAs(one.PacingGate);
        foreign.PacingGate.Should().NotBeSameAs(one.PacingGate);
    }

    [Fact]
    public void A_replaced_key_has_a_gate_of_its_own()
    {
        using var connection = Own("key-cccccccc");
        var before = connection.PacingGate;

        connection.ReplaceApiKey("key-dddddddd");

        connection.PacingGate.Should().NotBeSameAs(before);
    }

    private static ApiConnection Own(string key)
        => new(
            new ValentinaOptions { BaseUrl = "http://pace.test", ApiKey = key }.Resolve(EnvironmentReaders.None), Transport.Own());

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }

    private static HttpResponseMessage Ok()
        => StubHandler.Json(HttpStatusCode.OK, "{}", "application/json", ("RateLimit", Used), ("RateLimit-Policy", Policy));
}

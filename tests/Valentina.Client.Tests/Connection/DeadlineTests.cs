using System.Net;
using Microsoft.Extensions.Time.Testing;
using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>The time of an attempt, the time of a call, and the caller's own token.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_attempt_ends_after_its_time_and_a_read_is_repeated(bool sync)
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.Zero };
        var handler = new StubHandler((_, _, token) => Hang(time, TimeSpan.FromSeconds(30), token));
        using var connection = TestConnection.Over(handler, options => options.RetryDelay = TimeSpan.Zero, time);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        var failure = (await call.Should().ThrowAsync<RequestTimeoutException>()).Which;
        failure.Attempts.Should().Be(4);
        failure.Timeout.Should().Be(TimeSpan.FromSeconds(30));
        failure.IsTotal.Should().BeFalse();
        failure.Service.Should().Be(ServiceNames.ValentinaNoir);
        failure.Operation.Should().Be("getThing");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D39")]
    public async Task The_whole_call_has_a_time_too(bool sync)
    {
        var time = new FakeTimeProvider();
        var handler = new StubHandler((_, _, token) => Hang(time, TimeSpan.FromSeconds(30), token));
        using var connection = TestConnection.Over(
            handler,
            options =>
            {
                options.TotalTimeout = TimeSpan.FromSeconds(70);
                options.RetryDelay = TimeSpan.Zero;
            },
            time);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

        var failure = (await call.Should().ThrowAsync<RequestTimeoutException>()).Which;
        failure.IsTotal.Should().BeTrue();
        failure.Timeout.Should().Be(TimeSpan.FromSeconds(70));
        failure.Attempts.Should().Be(3, "the third attempt had 10 s left");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_upload_gets_at_least_ninety_seconds(bool sync)
    {
        var time = new FakeTimeProvider();
        var handler = new StubHandler((_, _, token) => Hang(time, TimeSpan.FromSeconds(90), token));
        using var connection = TestConnection.Over(handler, time: time);
        var upload = new ApiRequest(Ops.Upload).Literal("/a").Form("file", FileUpload.FromBytes("a.png", new byte[] { 1 }));

        var call = () => connection.CallAsync<Thing>(sync, upload);

        var failure = (await call.Should().ThrowAsync<RequestTimeoutException>()).Which;
        failure.Timeout.Should().Be(TimeSpan.FromSeconds(90));
        failure.Attempts.Should().Be(1, "a write that timed out may still be running");
    }

    [Fact]
    public async Task A_call_may_have_its_own_time_even_longer_than_the_client_s_total()
    {
        var time = new FakeTimeProvider();
        var handler = new StubHandler((_, _, token) => Hang(time, TimeSpan.FromSeconds(600), token));
        using var connection = TestConnection.Over(handler, time: time);

        var call = () => connection.SendAsync<Thing>(
            Ops.Request(Ops.Get), new RequestOptions { Timeout = TimeSpan.FromSeconds(600) }, default);

        (await call.Should().ThrowAsync<RequestTimeoutException>()).Which.Timeout.Should().Be(TimeSpan.FromSeconds(600));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_caller_s_token_surfaces_as_cancellation_with_that_token(bool sync)
    {
        using var source = new CancellationTokenSource();
        var handler = new StubHandler((_, _, token) =>
        {
            source.Cancel();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("the token should be cancelled");
        });
        using var connection = TestConnection.Over(handler);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get), null, source.Token);

        (await call.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
        handler.Sent.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task The_token_of_the_options_counts_as_well(bool sync, bool both)
    {
        using var source = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var handler = new StubHandler((_, _, token) =>
        {
            source.Cancel();
            throw new OperationCanceledException(token);
        });
        using var connection = TestConnection.Over(handler);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get), source.Token, both ? other.Token : default);

        (await call.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(source.Token);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_cancelled_before_sends_nothing(bool sync)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);
        var token = new CancellationToken(canceled: true);

        var call = () => connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get), null, token);

        (await call.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(token);
        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task The_timeout_of_an_HttpClient_given_by_the_user_is_a_timeout_and_no_cancellation()
    {
        var handler = new StubHandler((_, _, _) => throw new TaskCanceledException("HttpClient.Timeout", new TimeoutException()));
        using var client = new HttpClient(handler) { Timeout = TimeSpan.FromSeconds(12) };
        using var connection = new ApiConnection(
            TestConnection.Options(options => options.MaxRetries = 0).Resolve(), Transport.Of(client));

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        (await call.Should().ThrowAsync<RequestTimeoutException>()).Which.Timeout.Should().Be(TimeSpan.FromSeconds(12));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    public async Task A_time_that_makes_no_sense_is_refused(int seconds)
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}")));

        var call = () => connection.SendAsync<Thing>(
            Ops.Request(Ops.Get), new RequestOptions { Timeout = TimeSpan.FromSeconds(seconds), MaxRetries = -1 }, default);

        (await call.Should().ThrowAsync<RequestValidationException>()).Which.Errors.Select(error => error.Member)
            .Should().Equal("Timeout", "MaxRetries");
    }

    [Fact]
    public void A_synchronous_body_of_a_foreign_handler_ends_between_two_reads()
    {
        var time = new FakeTimeProvider();
        ReadStream? stream = null;
        stream = new ReadStream
        {
            OnRead = buffer =>
            {
                time.Advance(TimeSpan.FromSeconds(30));
                stream!.IsDisposed.Should().BeFalse("only the reading thread may take a response away");
                buffer.Span[0] = (byte)'{';
                return 1;
            },
        };
        var handler = StubHandler.Always(() => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(stream) });
        using var connection = TestConnection.Over(handler, options => options.MaxRetries = 0, time);

        var call = () => connection.Send<Thing>(Ops.Request(Ops.Get), null, default);

        call.Should().Throw<RequestTimeoutException>();
        stream.IsDisposed.Should().BeTrue("the call has given its answer back");
    }

    private static HttpResponseMessage Hang(FakeTimeProvider time, TimeSpan timeout, CancellationToken token)
    {
        time.Advance(timeout);
        token.IsCancellationRequested.Should().BeTrue("the attempt's time is over");
        throw new TaskCanceledException("hung", null, token);
    }
}

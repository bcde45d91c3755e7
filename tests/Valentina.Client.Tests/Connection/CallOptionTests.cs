using System.Net;
using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>What a call takes of its own options, and what it says of those that make no sense.</summary>
public sealed class CallOptionTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("ä")]
    [InlineData("a\nb")]
    public async Task A_key_of_a_call_that_cannot_be_sent_is_refused(string key)
        => (await RefusedAsync(Ops.Post, new RequestOptions { IdempotencyKey = key }))
            .Should().Be("Idempotency-Key must be printable ASCII, not blank, and without blanks at its ends");

    [Fact]
    public async Task A_key_of_a_call_that_nobody_reads_is_refused()
        => (await RefusedAsync(Ops.Get, new RequestOptions { IdempotencyKey = "a" }))
            .Should().Be("Idempotency-Key is not understood by this operation; leave RequestOptions.IdempotencyKey unset");

    [Theory]
    [InlineData("a")]
    [InlineData("a b")]
    public async Task Any_other_key_is_sent_as_it_is(string key)
        => (await SentRequest.FromAsync(Ops.Request(Ops.Post), null, new RequestOptions { IdempotencyKey = key }))
            .Header("Idempotency-Key").Should().Be(key);

    [Fact]
    public async Task A_key_that_the_SDK_makes_is_an_id_in_its_usual_form()
        => Guid.TryParseExact((await SentRequest.FromAsync(Ops.Request(Ops.Post))).Header("Idempotency-Key"), "D", out _)
            .Should().BeTrue();

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    [InlineData(int.MaxValue + 1L)]
    public async Task A_limit_that_cannot_be_kept_is_refused(long milliseconds)
        => (await RefusedAsync(Ops.Get, new RequestOptions { Timeout = TimeSpan.FromMilliseconds(milliseconds) }))
            .Should().Be("Timeout must be above zero and at most 24 days, or Timeout.InfiniteTimeSpan");

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task Any_other_limit_is_taken(long milliseconds)
        => await SentRequest.FromAsync(
            Ops.Request(Ops.Get), null, new RequestOptions { Timeout = TimeSpan.FromMilliseconds(milliseconds) });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_whose_options_are_cancelled_is_not_sent(bool sync)
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);

        var call = () => connection.CallAsync<Thing>(
            sync, Ops.Request(Ops.Get), new RequestOptions { CancellationToken = cancelled.Token });

        (await call.Should().ThrowAsync<OperationCanceledException>()).Which.CancellationToken.Should().Be(cancelled.Token);
        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task The_acting_user_is_sent_in_the_usual_form()
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);
        var operation = new ApiOperation("x", HttpMethod.Get, "/x") { OnBehalfOf = OnBehalfOfMode.Honoured };

        await connection.WithActingUser(TestConnection.UserId).SendAsync<Thing>(Ops.Request(operation), null, default);

        handler.Sent.Single().Header("On-Behalf-Of").Should().Be(TestConnection.UserId.ToString("D"));
    }

    private static async Task<string> RefusedAsync(ApiOperation operation, RequestOptions options)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);
        var call = () => connection.SendAsync<Thing>(Ops.Request(operation), options, default);

        var refused = (await call.Should().ThrowAsync<RequestValidationException>()).Which;
        handler.Sent.Should().BeEmpty();
        return refused.Errors.Should().ContainSingle().Which.ToString();
    }
}

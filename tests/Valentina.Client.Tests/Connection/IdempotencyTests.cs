using System.Net;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>One key for a call, the same on every attempt, with the same bytes.</summary>
public sealed class IdempotencyTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_write_gets_a_key_of_its_own_that_stays_the_same_on_every_attempt(bool sync)
    {
        var handler = StubHandler.Script(() => Status(503), () => Status(503), () => Status(200), () => Status(200));
        using var connection = TestConnection.Over(handler);

        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Post));
        await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Post));

        var keys = handler.Sent.Select(request => request.Header("Idempotency-Key")).ToList();
        keys.Take(3).Distinct().Should().ContainSingle().Which.Should().NotBeNullOrEmpty();
        keys[3].Should().NotBe(keys[0]);
        handler.Sent.Take(3).Select(request => request.BodyText).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Reads_and_deletions_get_none()
    {
        var handler = StubHandler.Always(() => Status(200));
        using var connection = TestConnection.Over(handler);

        await connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);
        await connection.SendAsync(Ops.Request(Ops.Delete), null, default);
        await connection.SendAsync<Thing>(Ops.Request(Ops.Billed), null, default);

        handler.Sent.Should().AllSatisfy(request => request.Header("Idempotency-Key").Should().BeNull());
    }

    [Fact]
    [Trait("Defect", "D35")]
    public async Task The_caller_s_key_is_sent_as_it_is()
    {
        var handler = StubHandler.Always(() => Status(200));
        using var connection = TestConnection.Over(handler);

        await connection.SendAsync<Thing>(Ops.Request(Ops.Post), new RequestOptions { IdempotencyKey = "order-42" }, default);

        handler.Sent.Single().Header("Idempotency-Key").Should().Be("order-42");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("schlüssel")]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData(" a")]
    public async Task A_key_that_cannot_be_sent_is_refused(string key)
    {
        var handler = StubHandler.Always(() => Status(200));
        using var connection = TestConnection.Over(handler);

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Post), new RequestOptions { IdempotencyKey = key }, default);

        (await call.Should().ThrowAsync<RequestValidationException>()).Which.Errors
            .Should().ContainSingle(error => error.Member == "Idempotency-Key");
        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_where_the_server_takes_none_is_refused_instead_of_giving_false_safety()
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => Status(200)));

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Billed), new RequestOptions { IdempotencyKey = "k" }, default);

        (await call.Should().ThrowAsync<RequestValidationException>()).WithMessage("*is not understood by this operation*");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D33")]
    [Trait("Defect", "D34")]
    public async Task An_upload_gets_a_key_too_and_its_attempts_send_the_same_bytes(bool sync)
    {
        var handler = StubHandler.Script(() => throw new HttpRequestException("cut"), () => Status(201));
        using var connection = TestConnection.Over(handler);

        await connection.CallAsync<Thing>(sync, Upload());

        handler.Sent.Should().HaveCount(2);
        handler.Sent[0].Header("Idempotency-Key").Should().NotBeNullOrEmpty().And.Be(handler.Sent[1].Header("Idempotency-Key"));
        handler.Sent[0].Body.Should().Equal(handler.Sent[1].Body);
        handler.Sent[0].Header("Content-Type").Should().Be(handler.Sent[1].Header("Content-Type"));
    }

    [Fact]
    [Trait("Defect", "D34")]
    public async Task An_upload_without_a_key_is_never_repeated_after_a_lost_answer()
    {
        var handler = StubHandler.Always(() => throw new HttpRequestException("cut"));
        using var connection = TestConnection.Over(handler, options => options.AutoIdempotencyKeys = false);

        var call = () => connection.SendAsync<Thing>(Upload(), null, default);

        await call.Should().ThrowAsync<ConnectionFailedException>();
        handler.Sent.Should().HaveCount(1);
    }

    [Fact]
    public async Task The_same_key_gives_an_upload_the_same_bytes_in_another_process()
    {
        var bodies = new List<byte[]?>();
        foreach (var _ in new[] { 1, 2 })
        {
            var handler = StubHandler.Always(() => Status(201));
            using var connection = TestConnection.Over(handler);
            await connection.SendAsync<Thing>(Upload(), new RequestOptions { IdempotencyKey = "import-7" }, default);
            bodies.Add(handler.Sent.Single().Body);
        }

        bodies[0].Should().Equal(bodies[1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D37")]
    public async Task A_deletion_whose_answer_was_lost_succeeds_when_the_repetition_finds_nothing(bool sync)
    {
        var handler = StubHandler.Script(() => throw new HttpRequestException("cut"), () => Status(404));
        using var connection = TestConnection.Over(handler);
        ResponseInfo? info = null;

        await connection.CallAsync(sync, Ops.Request(Ops.Delete), new RequestOptions { OnResponse = answer => info = answer });

        info!.StatusCode.Should().Be(HttpStatusCode.NotFound);
        info.Attempts.Should().Be(2);
    }

    [Fact]
    public async Task A_deletion_that_finds_nothing_at_the_first_attempt_fails()
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => Status(404)));

        var call = () => connection.SendAsync(Ops.Request(Ops.Delete), null, default);

        await call.Should().ThrowAsync<NotFoundException>();
    }

    [Fact]
    public async Task A_deletion_that_was_only_rate_limited_before_fails_when_it_finds_nothing()
    {
        using var connection = TestConnection.Over(StubHandler.Script(() => Status(429), () => Status(404)));

        var call = () => connection.SendAsync(Ops.Request(Ops.Delete), null, default);

        await call.Should().ThrowAsync<NotFoundException>();
    }

    [Fact]
    public async Task A_read_that_finds_nothing_at_the_repetition_fails()
    {
        using var connection = TestConnection.Over(StubHandler.Script(() => Status(503), () => Status(404)));

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        await call.Should().ThrowAsync<NotFoundException>();
    }

    [Theory]
    [InlineData("Idempotency-Key")]
    [InlineData("idempotency-key")]
    [Trait("Defect", "D38")]
    public void A_key_for_all_requests_of_a_client_is_refused(string name)
    {
        var options = TestConnection.Options(options => options.Headers[name] = "one-for-all");

        var resolve = () => options.Resolve();

        resolve.Should().Throw<ArgumentException>().WithMessage("*use RequestOptions.IdempotencyKey*");
    }

    private static ApiRequest Upload()
        => new ApiRequest(Ops.Upload).Literal("/api/v1/things/7/assets")
            .Form("file", FileUpload.FromBytes("a.png", new byte[] { 1, 2, 3 }));

    private static HttpResponseMessage Status(int status) => StubHandler.Json((HttpStatusCode)status, "{}");
}

using System.Net;
using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.Client.Tests.Connection;

/// <summary>Redirects are followed on the same host, where the request can be made again unchanged; the key goes nowhere else.</summary>
public sealed class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    [Trait("Defect", "D17")]
    public async Task A_read_follows_a_redirect_on_the_same_host(int status)
    {
        foreach (var sync in new[] { false, true })
        {
            foreach (var location in new[] { "/elsewhere?x=1", "http://server.test/elsewhere?x=1" })
            {
                var handler = StubHandler.Script(
                    () => To(status, location), () => StubHandler.Json(HttpStatusCode.OK, """{"name":"Ravn"}"""));
                using var connection = TestConnection.Over(handler);

                var thing = await connection.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

                thing.Name.Should().Be("Ravn");
                handler.Sent[1].Url.AbsoluteUri.Should().Be("http://server.test/elsewhere?x=1");
                handler.Sent[1].Header("X-API-KEY").Should().Be(TestConnection.Key);
            }
        }
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_write_follows_only_a_redirect_that_keeps_it_and_sends_its_body_again(int status)
    {
        var handler = StubHandler.Script(() => To(status, "/elsewhere"), () => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);

        await connection.SendAsync<Thing>(Ops.Request(Ops.Post), null, default);

        handler.Sent[1].Method.Should().Be("POST");
        handler.Sent[1].Body.Should().Equal(handler.Sent[0].Body);
        handler.Sent[1].Header("Idempotency-Key").Should().Be(handler.Sent[0].Header("Idempotency-Key"));
    }

    [Theory]
    [InlineData("Post", 301, "/elsewhere")]
    [InlineData("Post", 302, "/elsewhere")]
    [InlineData("Get", 307, "http://other.test/x")]
    [InlineData("Get", 302, "http://server.test:8080/x")]
    [InlineData("Get", 302, "http://server.test.evil.test/x")]
    [InlineData("Get", 302, "//other.test/x")]
    [InlineData("Get", 302, "ftp://server.test/x")]
    [InlineData("Get", 302, null)]
    [InlineData("Get", 304, null)]
    [Trait("Defect", "D17")]
    public async Task Any_other_redirect_is_a_failure_that_says_so(string operation, int status, string? location)
    {
        foreach (var sync in new[] { false, true })
        {
            var handler = StubHandler.Always(() => To(status, location));
            using var connection = TestConnection.Over(handler);

            var call = () => connection.CallAsync<Thing>(sync, Ops.Request((ApiOperation)typeof(Ops).GetField(operation)!.GetValue(null)!));

            var failure = (await call.Should().ThrowAsync<ApiException>()).Which;
            failure.StatusCode.Should().Be((HttpStatusCode)status);
            failure.Message.Should().Contain("check the base URL");
            handler.Sent.Should().HaveCount(1);
        }
    }

    [Fact]
    public async Task A_secure_host_is_never_left_for_an_open_one()
    {
        var handler = StubHandler.Always(() => To(302, "http://server.test/x"));
        using var connection = TestConnection.Over(handler, options => options.BaseUrl = "https://server.test");

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        await call.Should().ThrowAsync<ApiException>();
        handler.Sent.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("http://server.test", "https://server.test/x", 2)]
    [InlineData("http://server.test", "https://server.test:8443/x", 1)]
    [InlineData("http://server.test:8080", "https://server.test/x", 1)]
    [InlineData("https://server.test:8443", "https://server.test:8443/x", 2)]
    public async Task An_open_host_may_lead_to_its_secure_self_on_the_usual_ports(string from, string location, int requests)
    {
        var handler = StubHandler.Script(
            () => To(307, location), () => StubHandler.Json(HttpStatusCode.OK, """{"name":"Ravn"}"""));
        using var connection = TestConnection.Over(handler, options => options.BaseUrl = from);

        await Record.ExceptionAsync(() => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default));

        handler.Sent.Should().HaveCount(requests);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task An_upload_follows_only_where_its_file_can_be_read_again(bool canReopen, int requests)
    {
        var handler = StubHandler.Script(() => To(307, "/elsewhere"), () => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var connection = TestConnection.Over(handler);
        using var once = new ReadStream { OnReadAsync = static (_, _) => ValueTask.FromResult(0) };
        var file = canReopen ? FileUpload.FromBytes("a.png", "abc"u8.ToArray()) : FileUpload.FromStream("a.png", once);
        var request = new ApiRequest(Ops.Upload).Literal("/x").Form("file", file);

        await Record.ExceptionAsync(() => connection.SendAsync<Thing>(request, null, default));

        handler.Sent.Should().HaveCount(requests);
    }

    [Fact]
    public async Task An_endless_redirect_ends()
    {
        var handler = StubHandler.Always(() => To(302, "/again"));
        using var connection = TestConnection.Over(handler);

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        await call.Should().ThrowAsync<ApiException>();
        handler.Sent.Should().HaveCount(6);
    }

    [Fact]
    public void A_handler_given_by_the_user_stops_following_redirects_by_itself()
    {
        using var sockets = new SocketsHttpHandler();
        using var outer = new PassingHandler { InnerHandler = sockets };

        Transport.Of(outer).Dispose();

        sockets.AllowAutoRedirect.Should().BeFalse();
    }

    [Fact]
    public async Task An_HttpClient_that_took_the_key_to_another_host_is_reported()
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        using var client = new HttpClient(new RedirectingHandler { InnerHandler = handler });
        using var connection = new ApiConnection(TestConnection.Options().Resolve(), Transport.Of(client));

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        (await call.Should().ThrowAsync<ConnectionFailedException>()).WithMessage("*AllowAutoRedirect = false*");
        handler.Sent.Should().HaveCount(1);
    }

    private static HttpResponseMessage To(int status, string? location)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        if (location is not null)
        {
            response.Headers.TryAddWithoutValidation("Location", location);
        }

        return response;
    }

    private sealed class PassingHandler : DelegatingHandler;

    /// <summary>Does what a handler does that follows redirects: answers for another URL.</summary>
    private sealed class RedirectingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            response.RequestMessage = new HttpRequestMessage(request.Method, "http://other.test/x");
            return response;
        }
    }
}

using System.Net;
using Valentina.Connection;

namespace Valentina.Client.Tests.Connection;

/// <summary>Who owns what, and what happens after disposal.</summary>
public sealed class DisposalTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Defect", "D13")]
    public async Task Use_after_disposal_says_which_client_it_was(bool sync)
    {
        var handler = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));
        var connection = TestConnection.Over(handler);
        var view = connection.WithActingUser(TestConnection.UserId);
        connection.Dispose();

        foreach (var disposed in new[] { connection, view })
        {
            var call = () => disposed.CallAsync<Thing>(sync, Ops.Request(Ops.Get));

            (await call.Should().ThrowAsync<ObjectDisposedException>()).Which.ObjectName.Should().Be("ValentinaClient");
        }

        handler.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task Disposing_a_view_does_nothing()
    {
        using var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}")));

        await connection.WithActingUser(TestConnection.UserId).DisposeAsync();

        connection.IsDisposed.Should().BeFalse();
        await connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);
    }

    [Fact]
    public async Task An_asynchronous_disposal_is_one()
    {
        var connection = TestConnection.Over(StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}")));
        var other = connection.WithApiKey("another-key");

        await connection.DisposeAsync();

        connection.IsDisposed.Should().BeTrue();
        other.IsDisposed.Should().BeTrue("it lives as long as what it was made from");
        other.Disposal.IsCancellationRequested.Should().BeTrue();
    }

    [Fact]
    public void What_the_user_gave_stays_the_user_s()
    {
        using var handler = new WatchedHandler();
        using var client = new HttpClient(handler, disposeHandler: false);

        new ApiConnection(TestConnection.Options().Resolve(), Transport.Of(handler)).Dispose();
        new ApiConnection(TestConnection.Options().Resolve(), Transport.Of(client)).Dispose();

        handler.IsDisposed.Should().BeFalse();
        client.Invoking(given => given.Timeout = TimeSpan.FromSeconds(1)).Should().NotThrow("the client is still usable");
    }

    [Fact]
    public void Disposing_twice_is_harmless()
    {
        var connection = new ApiConnection(TestConnection.Options().Resolve(), Transport.Own());

        connection.Dispose();
        connection.Dispose();

        connection.IsDisposed.Should().BeTrue();
    }

    [Fact]
    public async Task A_call_in_flight_when_the_client_is_disposed_ends_without_further_attempts()
    {
        ApiConnection? connection = null;
        var handler = StubHandler.Always(() =>
        {
            connection!.Dispose();
            throw new ObjectDisposedException("handler");
        });
        connection = TestConnection.Over(handler);

        var call = () => connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default);

        await call.Should().ThrowAsync<ObjectDisposedException>();
        handler.Sent.Should().HaveCount(1);
    }

    private sealed class WatchedHandler : HttpMessageHandler
    {
        public bool IsDisposed { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => throw new NotSupportedException();

        protected override void Dispose(bool disposing) => IsDisposed = true;
    }
}

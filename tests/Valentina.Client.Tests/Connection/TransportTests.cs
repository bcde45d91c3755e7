using System.Net;
using Valentina.Connection;

namespace Valentina.Client.Tests.Connection;

/// <summary>What a handler must be like that carries the key, be it ours or the user's.</summary>
public sealed class TransportTests
{
    [Fact]
    public void Ours_follows_no_redirect_keeps_no_cookies_and_reads_on_behind_nobody_s_back()
    {
        using var handler = Transport.CreateHandler();

        handler.AllowAutoRedirect.Should().BeFalse();
        handler.UseCookies.Should().BeFalse();
        handler.MaxResponseDrainSize.Should().Be(0);
        handler.AutomaticDecompression.Should().Be(DecompressionMethods.All);
        handler.PooledConnectionLifetime.Should().Be(TimeSpan.FromMinutes(3));
        handler.ConnectCallback.Should().NotBeNull();
        handler.PlaintextStreamFilter.Should().NotBeNull();
    }

    [Fact]
    public void A_handler_without_a_way_of_its_own_to_connect_gets_ours()
    {
        using var handler = new SocketsHttpHandler();

        Transport.Of(handler).Dispose();

        handler.ConnectCallback.Should().NotBeNull();
        handler.PlaintextStreamFilter.Should().NotBeNull();
    }

    [Fact]
    public void A_handler_with_a_way_of_its_own_to_connect_keeps_it()
    {
        using var handler = new SocketsHttpHandler();
        handler.ConnectCallback = static (_, _) => ValueTask.FromException<Stream>(new IOException());
        var own = handler.ConnectCallback;

        Transport.Of(handler).Dispose();

        handler.ConnectCallback.Should().BeSameAs(own);
        handler.PlaintextStreamFilter.Should().BeNull();
    }

    [Fact]
    public void A_filter_of_the_user_s_stays()
    {
        using var handler = new SocketsHttpHandler();
        handler.PlaintextStreamFilter = static (context, _) => ValueTask.FromResult(context.PlaintextStream);
        var own = handler.PlaintextStreamFilter;

        Transport.Of(handler).Dispose();

        handler.ConnectCallback.Should().NotBeNull();
        handler.PlaintextStreamFilter.Should().BeSameAs(own);
    }

    [Fact]
    public void The_older_handler_stops_following_redirects_too()
    {
        using var handler = new HttpClientHandler();

        Transport.Of(handler).Dispose();

        handler.AllowAutoRedirect.Should().BeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_in_use_that_follows_redirects_is_refused_since_it_cannot_be_stopped(bool isOlder)
    {
        using var server = new RawServer(static exchange => exchange.Answer("{}"));
        using HttpMessageHandler handler = isOlder ? new HttpClientHandler() : new SocketsHttpHandler();
        using (var client = new HttpClient(handler, disposeHandler: false))
        {
            await client.GetAsync(new Uri(server.Url));
        }

        FluentActions.Invoking(() => Transport.Of(handler)).Should().Throw<ArgumentException>()
            .WithParameterName("handler").WithMessage("*AllowAutoRedirect = false*").WithInnerException<InvalidOperationException>();
    }

    [Fact]
    public async Task A_handler_in_use_that_follows_none_is_taken_as_it_is()
    {
        using var server = new RawServer(static exchange => exchange.Answer("""{"name":"Ravn"}"""));
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using (var client = new HttpClient(handler, disposeHandler: false))
        {
            await client.GetAsync(new Uri(server.Url));
        }

        using var connection = TestConnection.Over(handler, options => options.BaseUrl = server.Url);

        (await connection.SendAsync<Thing>(Ops.Request(Ops.Get), null, default)).Name.Should().Be("Ravn");
        handler.ConnectCallback.Should().BeNull();
    }

    [Fact]
    public void What_the_user_gave_is_not_disposed_with_the_client()
    {
        using var handler = new CountingHandler();

        Transport.Of(handler).Dispose();
        handler.Disposals.Should().Be(0);
        Transport.Of(handler).IsOwned.Should().BeFalse();
    }

    private sealed class CountingHandler : HttpMessageHandler
    {
        public int Disposals { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage());

        protected override void Dispose(bool disposing)
        {
            Disposals++;
            base.Dispose(disposing);
        }
    }
}

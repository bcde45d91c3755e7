using System.Net;
using Microsoft.Extensions.Time.Testing;
using Valentina.Connection;

namespace Valentina.Client.Tests.Connection;

/// <summary>A synchronous call made on the thread of another one that is not finished, from a handler or a callback.</summary>
public sealed class NestedCallTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void An_inner_call_that_is_late_ends_alone()
    {
        Exception? inner = null;
        ApiConnection connection = null!;
        using var handler = new StubHandler((index, _, token) =>
        {
            if (index == 0)
            {
                inner = Record.Exception(() => Send(connection, seconds: 1));
            }
            else
            {
                _time.Advance(TimeSpan.FromSeconds(2));
            }

            token.ThrowIfCancellationRequested();
            return Ravn();
        });
        using var owned = connection = TestConnection.Over(handler, options => options.MaxRetries = 0, _time);

        Send(connection, seconds: 10).Name.Should().Be("Ravn");

        inner.Should().BeOfType<RequestTimeoutException>().Which.Timeout.Should().Be(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void An_outer_call_that_is_late_does_not_end_the_inner_one()
    {
        Thing? inner = null;
        ApiConnection connection = null!;
        using var handler = new StubHandler((index, _, token) =>
        {
            if (index == 0)
            {
                inner = Send(connection, seconds: 10);
            }
            else
            {
                _time.Advance(TimeSpan.FromSeconds(2));
            }

            token.ThrowIfCancellationRequested();
            return Ravn();
        });
        using var owned = connection = TestConnection.Over(handler, options => options.MaxRetries = 0, _time);

        var outer = () => Send(connection, seconds: 1);

        outer.Should().Throw<RequestTimeoutException>().Which.Timeout.Should().Be(TimeSpan.FromSeconds(1));
        inner!.Name.Should().Be("Ravn");
    }

    [Fact]
    public void A_callback_may_call_again_and_again()
    {
        const int Deepest = 20;
        using var handler = StubHandler.Always(Ravn);
        using var connection = TestConnection.Over(handler, time: _time);
        var depth = 0;

        Send(connection, 10, Deeper).Name.Should().Be("Ravn");

        handler.Sent.Should().HaveCount(Deepest + 1);

        void Deeper(ResponseInfo info)
        {
            info.StatusCode.Should().Be(HttpStatusCode.OK);
            if (depth++ < Deepest)
            {
                Send(connection, 10 + depth, Deeper).Name.Should().Be("Ravn");
            }
        }
    }

    private static HttpResponseMessage Ravn() => StubHandler.Json(HttpStatusCode.OK, """{"name":"Ravn"}""");

    private static Thing Send(ApiConnection connection, int seconds, Action<ResponseInfo>? onResponse = null)
        => connection.Send<Thing>(
            Ops.Request(Ops.Get), new RequestOptions { Timeout = TimeSpan.FromSeconds(seconds), OnResponse = onResponse }, default);
}

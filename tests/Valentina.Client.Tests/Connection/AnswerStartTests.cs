using System.Net;
using System.Net.Sockets;
using System.Text;
using Valentina.Connection;

namespace Valentina.Client.Tests.Connection;

/// <summary>Which answers of a server cost it its connection, by the bytes of their status lines.</summary>
public sealed class AnswerStartTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", false)]
    [InlineData("HTTP/1.1 499 Odd\r\n\r\n", false)]
    [InlineData("HTTP/1.1 500 Failed\r\n\r\n", true)]
    [InlineData("HTTP/1.0 503 Busy\r\n\r\n", true)]
    [InlineData("HTTP/1.1 599 Odd\r\n\r\n", true)]
    [InlineData("HTTP/1.1 600 Odd\r\n\r\n", false)]
    [InlineData("HTTP/1.1 050 Odd\r\n\r\nHTTP/1.1 500 Failed", false)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 500 Failed", false)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 500 Failed", true)]
    [InlineData("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\nLink: </b>\r\n\r\nHTTP/1.1 502 Failed", true)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 500 Failed", true)]
    [InlineData("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n", false)]
    [InlineData("HTTP/1.1 199 Odd\n\nHTTP/1.1 500 Failed", true)]
    [InlineData("HTTP/1.1 101 Switching Protocols\r\n\r\nHTTP/1.1 500 Failed", false)]
    [InlineData("HTTP/1.1 5x0 Odd", false)]
    [InlineData("HTTP/2.0 500 Odd", false)]
    [InlineData("\u0016\u0003\u0001HTTP/1.1 500 Failed", false)]
    public void A_failure_of_the_server_does_and_nothing_else(string answer, bool isGivenUp)
    {
        foreach (var size in new[] { 1, 7, answer.Length })
        {
            var start = new AnswerStart();
            Look(start, answer, size);

            var next = () => start.BeforeWriting(null!);

            if (isGivenUp)
            {
                next.Should().Throw<StaleConnectionException>($"it came {size} bytes at a time");
            }
            else
            {
                next().Should().BeTrue("the connection has served another request");
            }
        }
    }

    [Fact]
    public void A_connection_begins_a_request_once_for_each_answer()
    {
        var start = new AnswerStart();

        start.BeforeWriting(null!).Should().BeFalse("it is new");
        Look(start, "HTTP/1.1 200 OK\r\n\r\n", 4);
        start.BeforeWriting(null!).Should().BeTrue();
        start.BeforeWriting(null!).Should().BeFalse("this is the rest of the same request");
        Look(start, "HTTP/1.1 200 OK\r\n\r\n", 4);
        start.BeforeWriting(null!).Should().BeTrue();
        Look(start, "HTTP/1.1 500 Failed\r\n\r\n", 4);
        FluentActions.Invoking(() => start.BeforeWriting(null!)).Should().Throw<StaleConnectionException>("each answer counts");
    }

    [Theory]
    [InlineData("closes")]
    [InlineData("stays")]
    [InlineData("is disposed")]
    public void A_synchronous_request_gives_the_server_a_moment_to_close(string server)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        client.Connect(listener.LocalEndpoint);
        using var other = listener.AcceptSocket();
        using var deadline = Deadline.Start(TimeSpan.FromMinutes(1), TimeProvider.System, default, default);
        using var work = SynchronousWork.Begin(deadline);
        var start = new AnswerStart();
        Look(start, "HTTP/1.1 500 Failed\r\n\r\n", 8);
        if (server == "closes")
        {
            other.Shutdown(SocketShutdown.Both);
        }
        else if (server == "is disposed")
        {
            client.Dispose();
        }

        var next = () => start.BeforeWriting(client);

        if (server == "stays")
        {
            next().Should().BeTrue("another connection needs a free thread of the pool");
        }
        else
        {
            next.Should().Throw<StaleConnectionException>();
        }
    }

    private static void Look(AnswerStart start, string answer, int size)
    {
        foreach (var piece in Encoding.Latin1.GetBytes(answer).Chunk(size))
        {
            start.Look(piece);
        }
    }
}

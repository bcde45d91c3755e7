using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Streaming;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing.ClaudeCode.Sockets;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>Several requests, one after the other, over one connection.</summary>
public sealed class StreamReuseTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_connection_answers_several_requests_and_survives_an_error(bool asynchronous)
    {
        var asked = 0;
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            while (await socket.ReceiveTextAsync() is not null)
            {
                await socket.SendTextAsync(++asked == 2 ? """{"type":"error","error":"No messages provided"}""" : SocketMessages.Done);
            }
        });
        using var connector = new TestConnector(server.Address);
        await using var connection = new StreamConnection(connector, TimeProvider.System);

        (await Talk.SendAsync(connection, asynchronous)).Should().BeNull();
        (await Talk.SendAsync(connection, asynchronous)).Should().BeAssignableTo<ValentinaException>();
        (await Talk.SendAsync(connection, asynchronous)).Should().BeNull();

        asked.Should().Be(3);
        connector.Connected.Should().Be(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_silent_for_too_long_is_replaced(bool asynchronous)
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            while (await socket.ReceiveTextAsync() is not null)
            {
                await socket.SendTextAsync(SocketMessages.Done);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        var time = new FakeTimeProvider();
        using var connector = new TestConnector(server.Address);
        await using var connection = new StreamConnection(connector, time);

        await Talk.SendAsync(connection, asynchronous);
        time.Advance(TimeSpan.FromSeconds(15));
        await Talk.SendAsync(connection, asynchronous);
        connector.Connected.Should().Be(1);
        time.Advance(TimeSpan.FromSeconds(15) + TimeSpan.FromTicks(1));
        await Talk.SendAsync(connection, asynchronous);
        connector.Connected.Should().Be(2);
    }

    [Fact]
    public async Task A_close_between_two_requests_is_noticed_before_anything_is_sent()
    {
        var service = new ScriptedSocket(_ => [SocketStep.Text(SocketMessages.Done), SocketStep.Close(1012)]);
        using var connector = new TestConnector(service.Address, service);
        await using var connection = new StreamConnection(connector, TimeProvider.System);

        (await Talk.SendAsync(connection, asynchronous: true)).Should().BeNull();
        (await Talk.SendAsync(connection, asynchronous: true)).Should().BeNull();

        connector.Connected.Should().Be(2);
        service.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Two_requests_at_once_on_one_connection_are_refused()
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(SocketMessages.Token("a"));
            await socket.ReceiveTextAsync();
        });
        using var connector = new TestConnector(server.Address);
        await using var connection = new StreamConnection(connector, TimeProvider.System);
        await using var first = connection.SendAsync(SocketMessages.Request, new StreamLimits(), default).GetAsyncEnumerator();
        await first.MoveNextAsync();

        (await Talk.SendAsync(connection, asynchronous: true)).Should().BeOfType<InvalidOperationException>();
    }
}

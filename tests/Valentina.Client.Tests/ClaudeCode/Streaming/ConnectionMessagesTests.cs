using System.Net.WebSockets;
using System.Text;
using Valentina.ClaudeCode.Streaming;
using Valentina.Client.Tests.ClaudeCode.Support;

namespace Valentina.Client.Tests.ClaudeCode.Streaming;

/// <summary>What comes out of a connection for what comes in, one message at a time.</summary>
public sealed class ConnectionMessagesTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pieces_are_joined_and_no_message_holds_a_part_of_the_one_before(bool sync)
    {
        using var talk = new Conversation(
            sync,
            PlayedSocket.Text("one ", isEnd: false),
            PlayedSocket.Text("", isEnd: false),
            PlayedSocket.Text("message"),
            PlayedSocket.Binary(7),
            PlayedSocket.Text("after binary"),
            PlayedSocket.Text(new string('x', 1001)),
            PlayedSocket.Text("after too much"),
            PlayedSocket.Text(new string('y', 1000)));

        (await talk.TextAsync()).Should().Be("one message");
        (await talk.ReceiveAsync()).Kind.Should().Be(StreamMessageKind.Binary);
        (await talk.TextAsync()).Should().Be("after binary");
        (await talk.ReceiveAsync()).Kind.Should().Be(StreamMessageKind.TooBig);
        (await talk.TextAsync()).Should().Be("after too much");
        (await talk.TextAsync()).Should().Be(new string('y', 1000), "the limit itself is allowed");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_close_says_with_which_code_and_why(bool sync)
    {
        using var talk = new Conversation(sync, PlayedSocket.Close(1011, "out of memory"));

        var close = await talk.ReceiveAsync();

        (close.Kind, close.CloseCode, close.CloseReason).Should().Be((StreamMessageKind.Closed, 1011, "out of memory"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_close_without_a_code_is_1005_whatever_the_socket_says(bool sync)
    {
        var closing = new CloseFrameWatch();
        closing.Take([0x88, 0]);
        using var talk = new Conversation(sync, closing, PlayedSocket.Close(1000));

        (await talk.ReceiveAsync()).CloseCode.Should().Be(1005);
    }

    [Fact]
    public async Task Only_one_receive_goes_on_at_a_time()
    {
        using var talk = new Conversation(sync: false);
        var first = talk.ReceiveAsync();
        await talk.Socket.Waits.Task;

        FluentActions.Invoking(() => talk.Connection.Receive(talk.Watch)).Should().Throw<ObjectDisposedException>();

        talk.Connection.Abort();
        await first.Awaiting(task => task).Should().ThrowAsync<WebSocketException>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_received_once_it_is_disposed(bool sync)
    {
        using var talk = new Conversation(sync, PlayedSocket.Text("too late"));

        talk.Connection.Dispose();

        await talk.Awaiting(one => one.ReceiveAsync()).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task An_idle_connection_is_open_as_long_as_nothing_came_and_what_comes_is_the_next_message()
    {
        using var talk = new Conversation(sync: false);

        talk.Connection.IsStillOpen().Should().BeTrue();
        talk.Connection.IsStillOpen().Should().BeTrue("asking again changes nothing");
        talk.Socket.EndReceive();

        await talk.Awaiting(one => one.ReceiveAsync()).Should().ThrowAsync<WebSocketException>("the receive was taken over");
    }

    [Fact]
    public void A_connection_with_a_close_unread_is_not_open()
    {
        using var talk = new Conversation(sync: false, PlayedSocket.Close(1012));

        talk.Connection.IsStillOpen().Should().BeFalse();
    }

    [Fact]
    public void A_connection_that_broke_is_not_open_and_nothing_is_received()
    {
        using var talk = new Conversation(sync: false, PlayedSocket.Close(1012));
        talk.Socket.Become(WebSocketState.Aborted);

        (talk.Connection.IsOpen, talk.Connection.IsStillOpen()).Should().Be((false, false));
        talk.Socket.Done.Should().BeEmpty();
    }

    [Fact]
    public void A_message_that_was_sent_at_once_waits_for_nobody()
    {
        using var talk = new Conversation(sync: false);

        talk.Connection.SendAsync("a"u8.ToArray(), talk.Watch).IsCompletedSuccessfully.Should().BeTrue();
        talk.Connection.Send("b"u8.ToArray(), talk.Watch);

        talk.Socket.Done.Should().Equal("send a", "send b");
    }

    /// <summary>A connection of either kind over a socket, and a watch that never ends.</summary>
    private sealed class Conversation(bool sync, CloseFrameWatch? closing, params PlayedSocket.Piece[] pieces) : IDisposable
    {
        private WebSocketConnection? _connection;

        public Conversation(bool sync, params PlayedSocket.Piece[] pieces)
            : this(sync, null, pieces)
        {
        }

        public PlayedSocket Socket { get; } = new(sync, pieces);

        public StreamWatch Watch { get; } = new(new StreamLimits(), TimeProvider.System, default);

        public WebSocketConnection Connection => _connection ??= new WebSocketConnection(Socket, 1000, sync, closing);

        public Task<StreamMessage> ReceiveAsync()
            => sync ? Task.FromResult(Connection.Receive(Watch)) : Connection.ReceiveAsync(Watch);

        public async Task<string> TextAsync() => Encoding.UTF8.GetString((await ReceiveAsync()).Json!);

        public void Dispose()
        {
            Connection.Dispose();
            Watch.Dispose();
        }
    }
}

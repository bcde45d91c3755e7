using Valentina.ClaudeCode;
using Valentina.Client.Tests.ClaudeCode.Support;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>
/// What a server may not answer to the request for a WebSocket (RFC 6455, 4.1). These would answer the question, too: only the handshake
/// is wrong, so that nobody but the client's own check can refuse it.
/// </summary>
public sealed class HandshakeTests
{
    private const string Upgrade = "Upgrade: websocket\r\n";
    private const string Connection = "Connection: Upgrade\r\n";
    private const string Accept = "Sec-WebSocket-Accept: {accept}\r\n";
    private const string Key = "key-0123456789";

    public static TheoryData<string, string, string> Refused() => new()
    {
        { "no accept", Upgrade + Connection, "Sec-WebSocket-Accept" },
        { "another's accept", Upgrade + Connection + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n", "Sec-WebSocket-Accept" },
        { "an accept of noise", Upgrade + Connection + "Sec-WebSocket-Accept: !!\r\n", "Sec-WebSocket-Accept" },
        { "no upgrade", Connection + Accept, "Upgrade" },
        { "another upgrade", "Upgrade: h2c\r\n" + Connection + Accept, "Upgrade" },
        { "no connection", Upgrade + Accept, "Connection" },
        { "another connection", Upgrade + "Connection: keep-alive\r\n" + Accept, "Connection" },
        { "a subprotocol", Upgrade + Connection + Accept + "Sec-WebSocket-Protocol: mqtt\r\n", "Sec-WebSocket-Protocol" },
        { "a body that is packed", Upgrade + Connection + Accept + "Content-Encoding: gzip\r\n", "its body is no connection" },
    };

    public static TheoryData<string, string> Taken() => new()
    {
        { "as it should be", Upgrade + Connection + Accept },
        { "in other letters", "upgrade: WebSocket\r\nCONNECTION: upgrade\r\nSEC-WEBSOCKET-ACCEPT: {accept}\r\n" },
        { "with a subprotocol of nothing", Upgrade + Connection + Accept + "Sec-WebSocket-Protocol:\r\n" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wrong_answer_to_the_handshake_is_refused_and_names_what_is_wrong(string what, string headers, string wrong)
    {
        using var gone = new CountdownEvent(2);
        using var server = Server(headers, gone);

        foreach (var sync in new[] { false, true })
        {
            var refused = (await FluentActions.Awaiting(() => StreamAsync(server, sync)).Should()
                .ThrowAsync<UnreadableResponseException>(what)).Which;

            refused.Message.Should().StartWith("Claude Code answered the WebSocket handshake with something that is no answer to it: ");
            if (sync)
            {
                refused.Message.Should().Contain(wrong, "for an asynchronous one .NET has the word");
            }
        }

        gone.Wait(TimeSpan.FromSeconds(60)).Should().BeTrue("a connection that was refused is not kept");
    }

    [Fact]
    public async Task An_extension_that_nobody_asked_for_is_refused()
    {
        using var gone = new CountdownEvent(1);
        using var server = Server(Upgrade + Connection + Accept + "Sec-WebSocket-Extensions: permessage-deflate\r\n", gone);

        await FluentActions.Awaiting(() => StreamAsync(server, sync: true)).Should().ThrowAsync<UnreadableResponseException>()
            .WithMessage("*the header Sec-WebSocket-Extensions grants what was not asked for.");
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task A_right_answer_is_taken_in_whatever_letters(string what, string headers)
    {
        using var gone = new CountdownEvent(2);
        using var server = Server(headers, gone);

        await StreamAsync(server, sync: false);
        await StreamAsync(server, sync: true);

        server.Failure.Should().BeNull(what);
    }

    [Fact]
    public async Task What_the_server_repeats_of_the_key_is_taken_out()
    {
        using var gone = new CountdownEvent(2);
        using var server = Server("Upgrade: " + Key + "\r\n" + Connection + Accept, gone);

        foreach (var sync in new[] { false, true })
        {
            var refused = (await FluentActions.Awaiting(() => StreamAsync(server, sync)).Should()
                .ThrowAsync<UnreadableResponseException>()).Which;

            refused.ToString().Should().NotContain(Key);
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task Another_status_is_no_handshake(int status)
    {
        using var server = new RawServer(exchange => exchange.Answer("{}", status));
        using var connector = new TestConnector(new Uri(server.Url));

        connector.Invoking(one => one.Connect(default)).Should().Throw<UnreadableResponseException>()
            .WithMessage($"*the status is {status}.");
        await connector.Awaiting(one => one.ConnectAsync(default)).Should().ThrowAsync<UnreadableResponseException>()
            .WithMessage($"*{status}*");
    }

    private static RawServer Server(string headers, CountdownEvent gone) => new(exchange =>
    {
        exchange.Write("HTTP/1.1 101 Switching Protocols\r\n"
            + headers.Replace("{accept}", exchange.WebSocketAccept, StringComparison.Ordinal) + "\r\n");
        exchange.Closes = true;
        exchange.WriteFrame(SocketMessages.Done);
        try
        {
            while (exchange.ReadFrame() is { } frame)
            {
                if (frame.Opcode == 8)
                {
                    exchange.WriteFrame(frame.Payload, 0x88);
                }
            }
        }
        finally
        {
            gone.Signal();
        }
    });

    private static async Task StreamAsync(RawServer server, bool sync)
    {
        using var client = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = server.Url, ApiKey = Key, MaxRetries = 0 });
        if (sync)
        {
            _ = client.Stream("Go on.").ToList();
        }
        else
        {
            await foreach (var _ in client.StreamAsync("Go on."))
            {
            }
        }
    }
}

using Valentina.ClaudeCode;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>What a server may not answer to the request for a WebSocket (RFC 6455, 4.1).</summary>
public sealed class HandshakeTests
{
    private const string Upgrade = "Upgrade: websocket\r\n";
    private const string Connection = "Connection: Upgrade\r\n";
    private const string Accept = "Sec-WebSocket-Accept: {accept}\r\n";

    public static TheoryData<string, string> Refused() => new()
    {
        { "no accept", Upgrade + Connection },
        { "another's accept", Upgrade + Connection + "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n" },
        { "an accept of noise", Upgrade + Connection + "Sec-WebSocket-Accept: !!\r\n" },
        { "no upgrade", Connection + Accept },
        { "another upgrade", "Upgrade: h2c\r\n" + Connection + Accept },
        { "no connection", Upgrade + Accept },
        { "a subprotocol", Upgrade + Connection + Accept + "Sec-WebSocket-Protocol: mqtt\r\n" },
        { "a body that is packed", Upgrade + Connection + Accept + "Content-Encoding: gzip\r\n" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_wrong_answer_to_the_handshake_is_typed(string what, string headers)
    {
        using var server = new RawServer(exchange =>
        {
            exchange.Write("HTTP/1.1 101 Switching Protocols\r\n"
                + headers.Replace("{accept}", exchange.WebSocketAccept, StringComparison.Ordinal) + "\r\n");
            exchange.Closes = true;
        });
        using var client = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = server.Url, ApiKey = "key-0123456789", MaxRetries = 0 });

        var asynchronous = async () =>
        {
            await foreach (var _ in client.StreamAsync("Go on."))
            {
            }
        };
        var synchronous = () =>
        {
            foreach (var _ in client.Stream("Go on."))
            {
            }
        };

        await asynchronous.Should().ThrowAsync<ValentinaException>(what);
        synchronous.Should().Throw<ValentinaException>(what);
    }
}

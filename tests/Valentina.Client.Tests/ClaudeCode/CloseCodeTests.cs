using System.Text;
using Valentina.ClaudeCode;
using Valentina.Connection;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>A close frame may hold a code or not; the caller is told which, by frames written by hand on a bare socket.</summary>
public sealed class CloseCodeTests
{
    [Theory]
    [InlineData(true, "", 1005, false)]
    [InlineData(false, "", 1005, false)]
    [InlineData(true, "", 1005, true)]
    [InlineData(false, "", 1005, true)]
    [InlineData(true, "03E8", 1000, false)]
    [InlineData(false, "03E8", 1000, false)]
    [InlineData(true, "03F3", 1011, true)]
    [InlineData(false, "03F3", 1011, true)]
    public async Task A_close_without_a_code_is_1005_and_one_with_a_code_is_that(
        bool asynchronous, string payload, int expected, bool isSecure)
    {
        using var server = new RawServer(
            exchange =>
            {
                exchange.AcceptWebSocket();
                exchange.Skip(2);

                // A long message in two frames with a ping between them, then the close frame; all in one write, and a piece at a time.
                var half = Encoding.UTF8.GetBytes("{\"type\":\"token\",\"content\":\"" + new string('x', 70_000));
                exchange.Write([0x01, 127, .. Length(half.Length, 8), .. half, 0x89, 0]);
                foreach (var one in (byte[])[0x80, 126, .. Length(200, 2)])
                {
                    exchange.Write([one]);
                }

                var close = Convert.FromHexString(payload);
                exchange.Write([.. Encoding.UTF8.GetBytes(new string('y', 198) + "\"}"), 0x88, (byte)close.Length, .. close]);
                exchange.StallUntilGone();
            },
            isSecure);
        using var handler = ServerCertificate.TrustedBy(Transport.CreateHandler());
        using var claude = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = server.Url, ApiKey = "key-0123456789" }, handler);

        var call = async () =>
        {
            if (asynchronous)
            {
                await foreach (var _ in claude.StreamAsync("Go on."))
                {
                }
            }
            else
            {
                await Task.Run(() => claude.Stream("Go on.").Count());
            }
        };

        var broken = (await call.Should().ThrowAsync<StreamInterruptedException>()).Which;
        broken.CloseCode.Should().Be(expected);
        broken.Reason.Should().Be(StreamInterruption.ClosedByService);
        broken.ReceivedText.Should().HaveLength(70_000 + 198);
    }

    private static byte[] Length(long length, int bytes)
        => [.. Enumerable.Range(0, bytes).Select(index => (byte)(length >> (8 * (bytes - 1 - index))))];
}

using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>Streams by the thousand, over a real loopback socket; alone, since memory is measured.</summary>
[Collection(nameof(Alone))]
public sealed class ManyStreamsTests
{
    /// <summary>Runs when no other test does.</summary>
    [CollectionDefinition(nameof(Alone), DisableParallelization = true)]
    public sealed class Alone;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_thousand_streams_one_after_the_other_leak_neither_sockets_nor_memory(bool asynchronous)
    {
        const string Token = """{"type":"token","content":"some words of an answer"}""";
        const string Done = """{"type":"done","usage":{"input_tokens":1,"output_tokens":2,"total_tokens":3},"cost":0.5,"model":"haiku"}""";
        await using var server = await SocketServer.StartAsync(static async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            for (var piece = 0; piece < 5; piece++)
            {
                await socket.SendTextAsync(Token);
            }

            await socket.SendTextAsync(Done);
            await socket.ReceiveTextAsync();
            await socket.CloseOutputAsync(System.Net.WebSockets.WebSocketCloseStatus.NormalClosure, null, default);
        });
        using var claude = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = server.BaseUrl.AbsoluteUri, ApiKey = "cc_x" });

        await RunAsync(claude, asynchronous, 100);
        var before = Measure();
        await RunAsync(claude, asynchronous, 1000);
        var grown = Measure() - before;

        server.Accepted.Should().Be(1100);
        await server.WhenClosedAsync();
        grown.Should().BeLessThan(4 * 1024 * 1024, "1,000 streams must leave nothing behind");
    }

    [Fact]
    public async Task A_hundred_streams_at_once_do_not_mix()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { PieceDelay = TimeSpan.FromMilliseconds(1) });
        await using var server = await fake.StartServerAsync();
        using var claude = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = server.BaseAddress.AbsoluteUri, ApiKey = fake.ApiKey });

        var texts = await Task.WhenAll(Enumerable.Range(
            0, 100).Select(async index => string.Concat(await claude.StreamAsync($"prompt {index}", ClaudeModel.Haiku).CollectAsync())));

        texts.Should().Equal(Enumerable.Range(0, 100).Select(static index => $"Echo: prompt {index}"));
    }

    [Fact]
    public async Task The_fake_on_its_port_breaks_off_as_scripted()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { PieceDelay = TimeSpan.Zero });
        fake.OnPrompt("cut").RepliesInPieces("a", "b", "c").CutsStream(2);
        fake.OnPrompt("restart").RepliesInPieces("a", "b", "c").ClosesStream(1);
        fake.OnPrompt("garbage").RepliesInPieces("a", "b", "c").SendsInStream(1, "<html>");
        fake.OnPrompt("busy").Fails(FakeModelFault.Overloaded);
        await using var server = await fake.StartServerAsync();
        using var claude = new ClaudeCodeClient(new ClaudeCodeOptions { BaseUrl = server.BaseAddress.AbsoluteUri, ApiKey = fake.ApiKey });

        (await Error("cut")).Should().BeOfType<StreamInterruptedException>().Which.Reason.Should().Be(StreamInterruption.ConnectionLost);
        (await Error("restart")).Should().BeOfType<StreamInterruptedException>().Which.CloseCode.Should().Be(1012);
        (await Error("garbage")).Should().BeOfType<StreamInterruptedException>().Which.RawBody.Should().Be("<html>");
        (await Error("busy")).Should().BeOfType<ServerErrorException>();

        Task<Exception?> Error(string prompt) => Record.ExceptionAsync(() => claude.StreamAsync(prompt).CollectAsync())!;
    }

    private static async Task RunAsync(ClaudeCodeClient claude, bool asynchronous, int count)
    {
        for (var index = 0; index < count; index++)
        {
            if (asynchronous)
            {
                await foreach (var _ in claude.StreamAsync("x"))
                {
                }
            }
            else
            {
                foreach (var _ in claude.Stream("x"))
                {
                }
            }
        }
    }

    private static long Measure()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}

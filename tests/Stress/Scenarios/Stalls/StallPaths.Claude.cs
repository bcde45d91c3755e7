using System.Text;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Stalls;

/// <content>Places of the other service's client.</content>
internal static partial class StallPaths
{
    private const string Token = "{\"type\":\"token\",\"content\":\"Echo\"}";
    private const string Done = "{\"type\":\"done\",\"usage\":{\"input_tokens\":1,\"output_tokens\":1,\"total_tokens\":2},\"cost\":0.1,\"model\":\"haiku\"}";

    private static IEnumerable<StallPath> Claude()
    {
        yield return Stream("handshake of a stream", (exchange, gate) => gate.Stall(exchange));
        yield return Stream(
            "first message of a stream", (exchange, gate) => { exchange.AcceptWebSocket(); exchange.ReadFrame(); gate.Stall(exchange); });
        yield return Stream("message of a stream", (exchange, gate) =>
        {
            exchange.AcceptWebSocket();
            exchange.ReadFrame();
            exchange.WriteFrame(Token);
            gate.Stall(exchange);
        }) with
        { IsMeasured = true };
        yield return Stream("half a frame of a stream", (exchange, gate) =>
        {
            exchange.AcceptWebSocket();
            exchange.ReadFrame();
            exchange.Write(new byte[] { 0x81, 0x60, (byte)'{', (byte)'"' });
            gate.Stall(exchange);
        });
        yield return new StallPath(
            "request of a stream",
            (exchange, gate) => { exchange.AcceptWebSocket(); gate.StallWithoutReading(exchange); },
            async (clients, token) =>
            {
                await foreach (var _ in clients.Claude.StreamAsync(new string('x', 12_000_000), null, token))
                {
                }
            },
            (clients, token) =>
            {
                foreach (var _ in clients.Claude.Stream(new string('x', 12_000_000), null, token))
                {
                }
            });
        yield return new StallPath(
            "second stream of a session",
            (exchange, gate) =>
            {
                exchange.AcceptWebSocket();
                exchange.ReadFrame();
                exchange.WriteFrame(Token);
                exchange.WriteFrame(Done);
                exchange.ReadFrame();
                exchange.WriteFrame(Token);
                gate.Stall(exchange);
            },
            async (clients, token) =>
            {
                await using var session = clients.Claude.OpenStreamSession();
                for (var time = 0; time < 2; time++)
                {
                    await foreach (var _ in session.StreamAsync("Go on.", null, token))
                    {
                    }
                }
            },
            (clients, token) =>
            {
                using var session = clients.Claude.OpenStreamSession();
                for (var time = 0; time < 2; time++)
                {
                    foreach (var _ in session.Stream("Go on.", null, token))
                    {
                    }
                }
            });
        yield return new StallPath(
            "completion",
            (exchange, gate) => gate.Stall(exchange),
            (clients, token) => clients.Claude.CompleteAsync("Go on.", null, token),
            (clients, token) => clients.Claude.Complete("Go on.", null, token));
        yield return new StallPath(
            "batch",
            (exchange, gate) => gate.Stall(exchange),
            (clients, token) => clients.Claude.BatchAsync(["one", "two"], null, token),
            (clients, token) => clients.Claude.Batch(["one", "two"], null, token));
        yield return new StallPath(
            "batch under a budget",
            (exchange, gate) => gate.Stall(exchange),
            (clients, token) => clients.Claude.BatchAsync(
                new BatchRequest { Prompts = [new BatchPrompt { Prompt = "one" }] }, new BudgetGuard(1), null, token),
            (clients, token) => clients.Claude.Batch(
                new BatchRequest { Prompts = [new BatchPrompt { Prompt = "one" }] }, new BudgetGuard(1), null, token));
        yield return new StallPath(
            "task",
            (exchange, gate) => gate.Stall(exchange),
            (clients, token) => clients.Claude.AgenticTaskAsync("List files.", null, token),
            (clients, token) => clients.Claude.AgenticTask("List files.", null, token));
        yield return new StallPath(
            "many completions",
            (exchange, gate) => gate.Stall(exchange),
            async (clients, token) =>
            {
                await foreach (var _ in clients.Claude.CompleteManyAsync(["one", "two", "three"], null, null, token))
                {
                }
            },
            (clients, token) =>
            {
                foreach (var _ in clients.Claude.CompleteMany(["one", "two", "three"], null, null, token))
                {
                }
            });
    }

    private static StallPath Stream(string name, Action<RawExchange, Gate> answer) => new(
        name,
        answer,
        async (clients, token) =>
        {
            await foreach (var _ in clients.Claude.StreamAsync("Go on.", null, token))
            {
            }
        },
        (clients, token) =>
        {
            foreach (var _ in clients.Claude.Stream("Go on.", null, token))
            {
            }
        })
    { TimedOut = typeof(StreamInterruptedException) };
}

using System.Net.WebSockets;
using Microsoft.Extensions.Time.Testing;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Streaming;
using Valentina.Client.Tests.ClaudeCode.Support;
using Valentina.Testing.ClaudeCode.Sockets;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>Questions and answers over a real socket, the good ones and every way in which they break off.</summary>
public sealed class StreamSessionConnectionTests
{
    private const string Done = """{"type":"done","usage":{"input_tokens":1,"output_tokens":2,"total_tokens":3},"cost":0.5,"model":"haiku"}""";

    private static readonly byte[] Question = """{"type":"chat"}"""u8.ToArray();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_token_arrives_before_the_last_is_sent(bool asynchronous)
    {
        var goOn = new SemaphoreSlim(0);
        await using var server = await SocketServer.StartAsync(async (socket, context) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(Token("first"));
            await goOn.WaitAsync(context.RequestAborted);
            await socket.SendTextAsync(Token("last"));
            await socket.SendTextAsync(Done);
            await socket.ReceiveTextAsync();
        });
        await using var talk = new Talk(server, asynchronous);

        (await talk.NextAsync()).Should().BeOfType<TokenEvent>().Which.Text.Should().Be("first");
        goOn.Release();
        (await talk.NextAsync()).Should().BeOfType<TokenEvent>().Which.Text.Should().Be("last");
        var done = (await talk.NextAsync()).Should().BeOfType<DoneEvent>().Which;
        done.Usage.TotalTokens.Should().Be(3);
        done.Cost.Should().Be(0.5);
        done.Model.Value.Should().Be("haiku");
        (await talk.NextAsync()).Should().BeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_early_break_says_goodbye(bool asynchronous)
    {
        var goodbye = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(Token("a"));
            await socket.SendTextAsync(Token("b"));
            await socket.ReceiveTextAsync();
            goodbye.SetResult(socket.CloseStatus);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        await using (var talk = new Talk(server, asynchronous))
        {
            await talk.NextAsync();
        }

        (await goodbye.Task).Should().Be(WebSocketCloseStatus.NormalClosure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancelling_surfaces_as_cancellation_and_says_goodbye(bool asynchronous)
    {
        using var cancel = new CancellationTokenSource();
        var waiting = new TaskCompletionSource();
        var goodbye = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            waiting.SetResult();
            await socket.ReceiveTextAsync();
            goodbye.SetResult(socket.CloseStatus);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        await using var talk = new Talk(server, asynchronous, cancellationToken: cancel.Token);

        var next = talk.NextAsync();
        await waiting.Task;
        cancel.Cancel();

        var fault = await Record.ExceptionAsync(() => next);
        fault.Should().BeAssignableTo<OperationCanceledException>().Which.CancellationToken.Should().Be(cancel.Token);
        (await goodbye.Task).Should().Be(WebSocketCloseStatus.NormalClosure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_crash_of_the_server_carries_what_was_received(bool asynchronous)
    {
        await using var server = await SocketServer.StartAsync(async (socket, context) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(Token("Once "));
            await socket.SendTextAsync(Token("upon"));
            context.Abort();
        });
        await using var talk = new Talk(server, asynchronous);

        var fault = await talk.DrainAsync();

        var broken = fault.Should().BeOfType<StreamInterruptedException>().Which;
        broken.Reason.Should().Be(StreamInterruption.ConnectionLost);
        broken.CloseCode.Should().Be(1006);
        "Once upon".Should().StartWith(broken.ReceivedText);
    }

    [Theory]
    [InlineData(true, 1012, StreamInterruption.ServiceRestarting)]
    [InlineData(false, 1012, StreamInterruption.ServiceRestarting)]
    [InlineData(true, 1009, StreamInterruption.MessageTooBig)]
    [InlineData(false, 1009, StreamInterruption.MessageTooBig)]
    [InlineData(true, 1011, StreamInterruption.ClosedByService)]
    [InlineData(false, 1000, StreamInterruption.ClosedByService)]
    public async Task A_goodbye_in_mid_stream_is_an_interruption(bool asynchronous, int code, StreamInterruption reason)
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(Token("half"));
            await socket.CloseAsync((WebSocketCloseStatus)code, null, default);
        });
        await using var talk = new Talk(server, asynchronous);

        var broken = (await talk.DrainAsync()).Should().BeOfType<StreamInterruptedException>().Which;

        broken.Reason.Should().Be(reason);
        broken.CloseCode.Should().Be(code);
        broken.ReceivedText.Should().Be("half");
    }

    [Theory]
    [InlineData(true, "not json")]
    [InlineData(false, "not json")]
    [InlineData(true, "[1]")]
    [InlineData(false, "\"text\"")]
    [InlineData(true, "{\"type\":\"token\"} {}")]
    [InlineData(true, "{\"type\":\"done\",\"usage\":7}")]
    public async Task A_garbage_message_is_an_interruption(bool asynchronous, string garbage)
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(Token("so far"));
            await socket.SendTextAsync(garbage);
            await socket.ReceiveTextAsync();
        });
        await using var talk = new Talk(server, asynchronous);

        var broken = (await talk.DrainAsync()).Should().BeOfType<StreamInterruptedException>().Which;

        broken.Reason.Should().Be(StreamInterruption.UnreadableMessage);
        broken.ReceivedText.Should().Be("so far");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_binary_message_is_an_interruption(bool asynchronous)
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendAsync("{}"u8.ToArray(), WebSocketMessageType.Binary, true, default);
            await socket.ReceiveTextAsync();
        });
        await using var talk = new Talk(server, asynchronous);

        (await talk.DrainAsync()).Should().BeOfType<StreamInterruptedException>()
            .Which.Reason.Should().Be(StreamInterruption.UnreadableMessage);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_huge_message_is_refused_with_1009(bool asynchronous)
    {
        var goodbye = new TaskCompletionSource<WebSocketCloseStatus?>();
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(Token(new string('x', 100_000)));
            await socket.ReceiveTextAsync();
            goodbye.SetResult(socket.CloseStatus);
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        await using var talk = new Talk(server, asynchronous, new StreamLimits { MaxMessageBytes = 10_000 });

        var broken = (await talk.DrainAsync()).Should().BeOfType<StreamInterruptedException>().Which;

        broken.Reason.Should().Be(StreamInterruption.MessageTooBig);
        broken.CloseCode.Should().Be(1009);
        (await goodbye.Task).Should().Be(WebSocketCloseStatus.MessageTooBig);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_silent_server_is_given_up_after_the_idle_limit(bool asynchronous)
    {
        var asked = new TaskCompletionSource();
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            asked.SetResult();
            await socket.ReceiveTextAsync();
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        var time = new FakeTimeProvider();
        await using var talk = new Talk(server, asynchronous, new StreamLimits { IdleTimeout = TimeSpan.FromMinutes(5) }, time);

        var next = Record.ExceptionAsync(talk.NextAsync);
        await asked.Task;
        while (!next.IsCompleted)
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        (await next).Should().BeOfType<StreamInterruptedException>().Which.Reason.Should().Be(StreamInterruption.IdleTimeout);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_unknown_event_is_handed_on(bool asynchronous)
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync("""{"type":"tool_call","name":"Read","new":[1]}""");
            await socket.SendTextAsync(Done);
            await socket.ReceiveTextAsync();
        });
        await using var talk = new Talk(server, asynchronous);

        var unknown = (await talk.NextAsync()).Should().BeOfType<UnknownEvent>().Which;
        unknown.Type.Should().Be("tool_call");
        unknown.Json.Should().Contain("\"new\":[1]");
        (await talk.NextAsync()).Should().BeOfType<DoneEvent>();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_slow_reader_holds_the_server_back(bool asynchronous)
    {
        var sent = 0;
        var service = new ScriptedSocket(_ => Endless());
        await using var talk = new Talk(service.Address, asynchronous, handler: service);

        for (var read = 1; read <= 20; read++)
        {
            (await talk.NextAsync()).Should().BeOfType<TokenEvent>();
            Volatile.Read(ref sent).Should().BeLessThanOrEqualTo(read + 1, "what nobody reads yet stays with the server, and must not fill the client's memory");
        }

        // The script goes on only when the connection is read with nothing left to give.
        IEnumerable<SocketStep> Endless()
        {
            while (true)
            {
                Interlocked.Increment(ref sent);
                yield return SocketStep.Text(Token(new string('x', 64 * 1024)));
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_connection_answers_several_questions_and_survives_an_error(bool asynchronous)
    {
        var asked = 0;
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            while (await socket.ReceiveTextAsync() is not null)
            {
                await socket.SendTextAsync(++asked == 2 ? """{"type":"error","error":"No messages provided"}""" : Done);
            }
        });
        using var connector = new TestConnector(server.Address);
        await using var connection = new StreamConnection(connector, TimeProvider.System);

        (await Send(connection, asynchronous)).Should().BeNull();
        (await Send(connection, asynchronous)).Should().BeAssignableTo<ValentinaException>();
        (await Send(connection, asynchronous)).Should().BeNull();

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
                await socket.SendTextAsync(Done);
            }

            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        var time = new FakeTimeProvider();
        using var connector = new TestConnector(server.Address);
        await using var connection = new StreamConnection(connector, time);

        await Send(connection, asynchronous);
        time.Advance(TimeSpan.FromSeconds(10));
        await Send(connection, asynchronous);
        connector.Connected.Should().Be(1);
        time.Advance(TimeSpan.FromSeconds(16));
        await Send(connection, asynchronous);
        connector.Connected.Should().Be(2);
    }

    [Fact]
    public async Task A_goodbye_between_two_questions_is_noticed_before_anything_is_sent()
    {
        var service = new ScriptedSocket(_ => [SocketStep.Text(Done), SocketStep.Close(1012)]);
        using var connector = new TestConnector(service.Address, service);
        await using var connection = new StreamConnection(connector, TimeProvider.System);

        (await Send(connection, asynchronous: true)).Should().BeNull();
        (await Send(connection, asynchronous: true)).Should().BeNull();

        connector.Connected.Should().Be(2);
        service.Questions.Should().HaveCount(2);
    }

    [Fact]
    public async Task Two_questions_at_once_on_one_line_are_refused()
    {
        await using var server = await SocketServer.StartAsync(async (socket, _) =>
        {
            await socket.ReceiveTextAsync();
            await socket.SendTextAsync(Token("a"));
            await socket.ReceiveTextAsync();
        });
        using var connector = new TestConnector(server.Address);
        await using var connection = new StreamConnection(connector, TimeProvider.System);
        await using var first = connection.SendAsync(Question, new StreamLimits(), default).GetAsyncEnumerator();
        await first.MoveNextAsync();

        (await Send(connection, asynchronous: true)).Should().BeOfType<InvalidOperationException>();
    }

    private static string Token(string text) => $$"""{"type":"token","content":"{{text}}"}""";

    private static async Task<Exception?> Send(StreamConnection connection, bool asynchronous) => await Record.ExceptionAsync(async () =>
    {
        if (asynchronous)
        {
            await foreach (var _ in connection.SendAsync(Question, new StreamLimits(), default))
            {
            }
        }
        else
        {
            foreach (var _ in connection.Send(Question, new StreamLimits(), default))
            {
            }
        }
    });

    /// <summary>One question, read step by step; the synchronous one on a thread of its own, as a caller's would be.</summary>
    private sealed class Talk : IAsyncDisposable
    {
        private readonly TestConnector _dialer;
        private readonly StreamConnection _line;
        private readonly IAsyncEnumerator<StreamEvent>? _asynchronous;
        private readonly IEnumerator<StreamEvent>? _synchronous;

        public Talk(SocketServer server, bool asynchronous, StreamLimits? limits = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
            : this(server.Address, asynchronous, limits, time, null, cancellationToken)
        {
        }

        public Talk(
            Uri address, bool asynchronous, StreamLimits? limits = null, TimeProvider? time = null, HttpMessageHandler? handler = null, CancellationToken cancellationToken = default)
        {
            limits ??= new StreamLimits();
            _dialer = new TestConnector(address, handler) { Limits = limits };
            _line = new StreamConnection(_dialer, time ?? TimeProvider.System);
            if (asynchronous)
            {
                _asynchronous = _line.SendAsync(Question, limits, cancellationToken).GetAsyncEnumerator(cancellationToken);
            }
            else
            {
                _synchronous = _line.Send(Question, limits, cancellationToken).GetEnumerator();
            }
        }

        public async Task<StreamEvent?> NextAsync()
        {
            if (_asynchronous is not null)
            {
                return await _asynchronous.MoveNextAsync() ? _asynchronous.Current : null;
            }

            return await Task.Factory.StartNew(
                () => _synchronous!.MoveNext() ? _synchronous.Current : null, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        public async Task<Exception?> DrainAsync() => await Record.ExceptionAsync(async () =>
        {
            while (await NextAsync() is not null)
            {
            }
        });

        public async ValueTask DisposeAsync()
        {
            if (_asynchronous is not null)
            {
                await _asynchronous.DisposeAsync();
            }

            _synchronous?.Dispose();
            await _line.DisposeAsync();
            _dialer.Dispose();
        }
    }
}

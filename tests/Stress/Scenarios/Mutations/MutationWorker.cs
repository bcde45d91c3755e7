using System.Diagnostics;
using Valentina.ClaudeCode;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Mutations;

/// <summary>
/// Tries mutations one after the other: most of them in process, which is fast; some as whole HTTP messages, whose frame is changed as
/// well, and some as frames of a WebSocket over real sockets.
/// </summary>
internal sealed class MutationWorker : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly StressOptions _options;
    private readonly IReadOnlyList<RecordedAnswer> _answers;
    private readonly IReadOnlyList<(bool IsTask, byte[][] Messages)> _streams;
    private readonly Tally _tally;
    private readonly InProcess _inProcess = new();
    private readonly RawServer _server;
    private readonly RawPair _raw;
    private readonly RawPair _overSockets;
    private volatile byte[] _wire = [];

    public MutationWorker(
        StressOptions options, IReadOnlyList<RecordedAnswer> answers, IReadOnlyList<(bool IsTask, byte[][] Messages)> streams, Tally tally)
    {
        (_options, _answers, _streams, _tally) = (options, answers, streams, tally);
        _server = new RawServer(Answer);
        _raw = new RawPair("http://recorded.test", _inProcess);
        _overSockets = new RawPair(_server.Url);
    }

    /// <summary>Whether the client sends the recorded request at all: some were made to be refused.</summary>
    public static bool IsSent(RecordedAnswer recorded)
    {
        using var handler = new InProcess { Next = new MutatedAnswer(recorded) };
        using var raw = new RawPair("http://recorded.test", handler);
        try
        {
            Call(recorded, raw, isSynchronous: true);
            return true;
        }
        catch (RequestValidationException)
        {
            return false;
        }
        catch (ValentinaException)
        {
            return true;
        }
    }

    /// <summary>One mutation. Whoever is too slow gets a second chance alone: the machine may have been busy.</summary>
    public void Try(int number)
    {
        var elapsed = Once(number);
        if (elapsed > Longest)
        {
            _tally.Count("slow once");
            elapsed = Once(number);
        }

        _tally.High("slowest ms", elapsed.TotalMilliseconds);
        if (elapsed > Longest)
        {
            _tally.Violate("too slow", $"mutation {number}: {elapsed}");
        }
    }

    public void Dispose()
    {
        _raw.Dispose();
        _overSockets.Dispose();
        _server.Dispose();
        _inProcess.Dispose();
        if (_server.Failure is { } failure)
        {
            _tally.Violate("server failed", failure.ToString());
        }
    }

    private TimeSpan Once(int number)
    {
        var chances = _options.Chances(number);
        var isSynchronous = chances.Next(2) == 0;
        var way = chances.Next(100);
        var name = "";
        Action call;
        if (way < 5)
        {
            var (isTask, messages) = _streams[chances.Next(_streams.Count)];
            _wire = StreamOf(messages, chances);
            name = isTask ? "stream of a task" : "stream";
            call = () => Stream(isTask, isSynchronous);
        }
        else
        {
            var recorded = _answers[chances.Next(_answers.Count)];
            var mutated = new MutatedAnswer(recorded, chances);
            name = recorded.Name;
            var isOverSocket = way < 10;
            if (isOverSocket)
            {
                _wire = chances.Next(3) == 0 ? mutated.ToWire(chances) : ByteMutator.Mutate(mutated.ToWire(chances), chances);
            }

            _inProcess.Next = mutated;
            call = () => Call(recorded, isOverSocket ? _overSockets : _raw, isSynchronous);
        }

        _tally.Count(way < 5 ? "streams" : way < 10 ? "messages" : "bodies");
        var watch = Stopwatch.StartNew();
        try
        {
            call();
            _tally.Count("answered");
        }
        catch (RequestValidationException ex)
        {
            _tally.Violate("refused before sending", $"mutation {number} of {name}: {ex}");
        }
        catch (ValentinaException ex) when (!string.IsNullOrWhiteSpace(ex.Message) && ex.ToString().Length > 0)
        {
            _tally.Count("typed");
        }
        catch (Exception ex)
        {
            _tally.Violate($"untyped {ex.GetType().Name}", $"mutation {number} of {name}, {(isSynchronous ? "sync" : "async")}: {ex}");
        }

        return watch.Elapsed;
    }

    private static void Call(RecordedAnswer recorded, RawPair pair, bool isSynchronous)
    {
        var raw = pair.Of(recorded);

        // A synchronous call is done when the task comes back.
        var result = isSynchronous
            ? recorded.Sync.InvokeAsync(raw).GetAwaiter().GetResult()
            : Task.Run(() => recorded.Async.InvokeAsync(raw)).GetAwaiter().GetResult();
        if (result is FileDownload file)
        {
            using (file)
            {
                if (isSynchronous)
                {
                    file.Content.CopyTo(System.IO.Stream.Null);
                }
                else
                {
                    file.Content.CopyToAsync(System.IO.Stream.Null).GetAwaiter().GetResult();
                }
            }
        }
    }

    private void Stream(bool isTask, bool isSynchronous)
    {
        if (isSynchronous)
        {
            foreach (var _ in isTask ? _overSockets.Claude.StreamAgenticTask("List files.") : _overSockets.Claude.StreamEvents("Go on."))
            {
            }
        }
        else
        {
            Task.Run(async () =>
            {
                await foreach (var _ in isTask
                    ? _overSockets.Claude.StreamAgenticTaskAsync("List files.")
                    : _overSockets.Claude.StreamEventsAsync("Go on."))
                {
                }
            }).GetAwaiter().GetResult();
        }
    }

    private static byte[] StreamOf(byte[][] messages, Random chances)
    {
        var changed = chances.Next(messages.Length);
        var wire = new MemoryStream();
        for (var index = 0; index < messages.Length; index++)
        {
            var message = index != changed ? messages[index] : chances.Next(3) switch
            {
                0 => ByteMutator.Mutate(messages[index], chances),
                1 => JsonMutator.Mutate(messages[index], chances),
                _ => messages[index],
            };
            wire.Write(RawExchange.Frame(0x81, message));
        }

        return chances.Next(3) == 0 ? ByteMutator.Mutate(wire.ToArray(), chances) : wire.ToArray();
    }

    private void Answer(RawExchange exchange)
    {
        if (exchange.Header("Upgrade") is not null)
        {
            exchange.AcceptWebSocket();
            exchange.ReadFrame();
        }
        else
        {
            exchange.ReadBody();
        }

        exchange.Write(_wire);
        exchange.Finish();
    }

    /// <summary>Answers without a network.</summary>
    private sealed class InProcess : HttpMessageHandler
    {
        public MutatedAnswer? Next { get; set; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
            => Next!.ToResponse(request);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(Next!.ToResponse(request));
    }
}

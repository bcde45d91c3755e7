using System.Net.WebSockets;
using Valentina.ClaudeCode.Streaming;
using Valentina.Client.Tests.Connection;

namespace Valentina.Client.Tests.ClaudeCode;

/// <summary>
/// Streams whose server never pauses, as many as the pool has threads: timers and all other work of the process get their turn all the
/// same. What a thread of the pool yields in the usual way it takes up again itself, so that others waited for seconds, or for ever.
/// </summary>
[Collection(nameof(SaturatedPoolTests))]
public sealed class FloodFairnessTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_flood_lets_others_go_first(bool isOneMessage)
    {
        ThreadPool.GetMaxThreads(out var workers, out var ports);

        // Whoever runs the tests blocks some of the threads that are there.
        var threads = Math.Max(Environment.ProcessorCount, ThreadPool.ThreadCount + 2);
        ThreadPool.SetMaxThreads(threads, ports).Should().BeTrue();
        using var stop = new CancellationTokenSource();
        var floods = Enumerable.Range(0, threads).Select(_ => new Flood(isOneMessage, stop.Token)).ToList();
        try
        {
            foreach (var flood in floods)
            {
                flood.Start();
            }

            floods.Should().OnlyContain(flood => flood.WaitForBeginning(), "each stream gets a thread although the others never pause");
            for (var turn = 0; turn < 20; turn++)
            {
                using var done = new ManualResetEventSlim();
                ThreadPool.UnsafeQueueUserWorkItem(static state => state.Set(), done, preferLocal: false);
                done.Wait(Flood.Patience).Should().BeTrue("work that others queue is done while the streams go on");
            }

            floods.Should().OnlyContain(flood => flood.IsGoingOn);
        }
        finally
        {
            stop.Cancel();
            ThreadPool.SetMaxThreads(workers, ports);
            floods.ForEach(flood => flood.WaitForEnd());
        }
    }

    /// <summary>A stream that is read for ever.</summary>
    private sealed class Flood(bool isOneMessage, CancellationToken cancellationToken)
    {
        public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

        private readonly ManualResetEventSlim _hasBegun = new();
        private Task? _reading;

        public bool IsGoingOn => _reading is { IsCompleted: false };

        public void Start() => _reading = Task.Run(ReadAsync, CancellationToken.None);

        public bool WaitForBeginning() => _hasBegun.Wait(Patience);

        /// <summary>What goes on would count in the tests that come next.</summary>
        public void WaitForEnd() => ((IAsyncResult)_reading!).AsyncWaitHandle.WaitOne(Patience);

        private async Task ReadAsync()
        {
            _hasBegun.Set();
            using var wire = new EndlessWire(isOneMessage, cancellationToken);
            using var socket = WebSocket.CreateFromStream(wire, new WebSocketCreationOptions { KeepAliveInterval = TimeSpan.Zero });
            using var connection = new WebSocketConnection(socket, int.MaxValue, isSynchronous: false);
            using var watch = new StreamWatch(new StreamLimits(), TimeProvider.System, CancellationToken.None);
            while (!cancellationToken.IsCancellationRequested)
            {
                await connection.ReceiveAsync(watch);
            }
        }
    }

    /// <summary>Frames without end: messages of their own, or empty pieces of a single one.</summary>
    private sealed class EndlessWire(bool isOneMessage, CancellationToken end) : MemoryStream
    {
        private const byte FirstPiece = 0x01;
        private const byte Piece = 0x00;
        private const byte Message = 0x81;

        private bool _hasBegun;
        private bool _isAtLength;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (end.IsCancellationRequested)
            {
                return new(0);
            }

            for (var place = 0; place < buffer.Length; place++)
            {
                buffer.Span[place] = _isAtLength ? (byte)0 : Opcode();
                _isAtLength = !_isAtLength;
            }

            return new(buffer.Length);
        }

        private byte Opcode()
        {
            if (!isOneMessage)
            {
                return Message;
            }

            var opcode = _hasBegun ? Piece : FirstPiece;
            _hasBegun = true;
            return opcode;
        }
    }
}

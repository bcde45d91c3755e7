using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Valentina.Stress.Servers;

namespace Valentina.Stress.Scenarios.Stalls;

/// <summary>What ends a stalled call.</summary>
internal enum StallEnd
{
    Cancel,
    Deadline,
    Dispose,
}

/// <summary>One call into one stall, with a server and clients of its own, ended in one way.</summary>
internal sealed class StallTrial(StallPath path, StallEnd end, bool isSynchronous, Tally tally)
{
    /// <summary>For everything that has no limit of its own: longer is a hang.</summary>
    private static readonly TimeSpan WaitLimit = TimeSpan.FromSeconds(10);

    /// <summary>Long enough to get into the stall before it is over.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(900);

    /// <summary>Between the server's last word and the client's wait for the next.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(40);

    private const int Known = 7;

    private readonly Gate _gate = new();
    private long _started;
    private long _ended;
    private Exception? _outcome;

    private string Name => $"{path.Name}, {end.ToString().ToLowerInvariant()}, {(isSynchronous ? "sync" : "async")}";

    /// <summary>Runs it.</summary>
    /// <param name="gauge">How late the machine itself is.</param>
    /// <param name="saturate">Fills the thread pool once the connection is there, and gives what empties it.</param>
    /// <returns>How late the end came; null where it did not come as it must.</returns>
    public TimeSpan? Run(LatenessGauge gauge, Func<IDisposable>? saturate = null)
    {
        using var server = new RawServer(Answer, path.IsSecure)
        {
            OnAccepted = path.OnAccepted is { } accepted ? socket => accepted(socket, _gate) : null
        };
        using var full = path.IsUnreachable ? new FullListener() : null;
        using var source = new CancellationTokenSource();
        var clients = new StallClients(full?.Url ?? server.Url, path.IsSecure, end == StallEnd.Deadline ? Limit : null, path.NeedsTotal);
        IDisposable? saturation = null;
        var call = new Thread(() => Call(clients, source.Token)) { IsBackground = true, Name = Name };
        try
        {
            if (saturate is not null)
            {
                // .NET makes connections on the pool, so that they have to be there before.
                clients.Valentina.Companies.Get(CompanyJson.Id(Known));
                clients.Claude.Health();
                saturation = saturate();
            }

            call.Start();
            if (full is not null)
            {
                _gate.Open();
            }

            if (!_gate.Wait(WaitLimit))
            {
                tally.Violate("stall not reached", $"{Name}: {_outcome}");
                return null;
            }

            Thread.Sleep(Settling);
            var from = End(clients, source);
            if (!call.Join(WaitLimit))
            {
                tally.Violate("does not end", $"{Name}, after {WaitLimit.TotalSeconds:0} s");
                return null;
            }

            var late = Stopwatch.GetElapsedTime(from, Volatile.Read(ref _ended)) - gauge.WorstSince(from);
            saturation?.Dispose();
            return CheckOutcome(source.Token) && CheckConnections(server, clients) ? late : null;
        }
        finally
        {
            _gate.Close();
            saturation?.Dispose();
            clients.Dispose();
            if (!server.WaitForQuiet(WaitLimit))
            {
                tally.Violate("sockets left open", $"{Name}: {server.OpenConnections}");
            }

            if (server.Failure is { } failure)
            {
                tally.Violate("server failed", $"{Name}: {failure}");
            }
        }
    }

    /// <summary>Ends the call and says from when on it is late.</summary>
    private long End(StallClients clients, CancellationTokenSource source)
    {
        var from = Stopwatch.GetTimestamp();
        switch (end)
        {
            case StallEnd.Cancel:
                source.Cancel();
                break;
            case StallEnd.Dispose:
                clients.Valentina.Dispose();
                clients.Impatient.Dispose();
                clients.Claude.Dispose();
                break;
            default:
                // A stream's time begins with its wait, which began some time between the start and now.
                var due = Volatile.Read(ref _started) + (long)(Limit.TotalSeconds * Stopwatch.Frequency);
                return path.TimedOut == typeof(StreamInterruptedException) ? from + (long)(Limit.TotalSeconds * Stopwatch.Frequency) : due;
        }

        return from;
    }

    private void Call(StallClients clients, CancellationToken token)
    {
        Volatile.Write(ref _started, Stopwatch.GetTimestamp());
        try
        {
            if (isSynchronous)
            {
                path.Sync!(clients, token);
            }
            else
            {
                // The end is taken where the caller would go on.
                CallAsync(clients, token).Wait();
            }
        }
        catch (Exception ex)
        {
            _outcome = ex;
        }
        finally
        {
            if (Volatile.Read(ref _ended) == 0)
            {
                Volatile.Write(ref _ended, Stopwatch.GetTimestamp());
            }
        }
    }

    private async Task CallAsync(StallClients clients, CancellationToken token)
    {
        try
        {
            await path.Async(clients, token).ConfigureAwait(false);
        }
        catch (Exception ex)
        {
            Volatile.Write(ref _ended, Stopwatch.GetTimestamp());
            _outcome = ex;
        }
    }

    private bool CheckOutcome(CancellationToken token)
    {
        var isRight = end switch
        {
            StallEnd.Cancel => _outcome is OperationCanceledException cancelled && cancelled.CancellationToken == token,
            StallEnd.Dispose => _outcome is ObjectDisposedException,
            _ => _outcome?.GetType() == path.TimedOut,
        };
        if (!isRight)
        {
            var foreign = _outcome is OperationCanceledException other && other.CancellationToken != token ? " with another token" : "";
            tally.Violate($"{end} ends as {_outcome?.GetType().Name ?? "success"}{foreign}", $"{Name}: {_outcome}");
        }

        return isRight;
    }

    /// <summary>A client that is alive goes on as if nothing had been.</summary>
    private bool CheckConnections(RawServer server, StallClients clients)
    {
        if (end == StallEnd.Dispose || path.IsUnreachable || path.OnAccepted is not null)
        {
            return true;
        }

        try
        {
            var options = new RequestOptions { Timeout = WaitLimit };
            var company = clients.Valentina.Companies
                .GetAsync(CompanyJson.Id(Known), end == StallEnd.Deadline ? null : options)
                .GetAwaiter()
                .GetResult();
            if (CompanyJson.NumberOf(company.Id) == Known)
            {
                return true;
            }

            tally.Violate("foreign answer", Name);
        }
        catch (ValentinaException ex)
        {
            tally.Violate("next call fails", $"{Name}, {server.OpenConnections} connections: {ex}");
        }

        return false;
    }

    private void Answer(RawExchange exchange)
    {
        if (exchange.Target.EndsWith(CompanyJson.Id(Known).ToString(), StringComparison.Ordinal))
        {
            exchange.Answer(CompanyJson.One(Known));
        }
        else if (exchange.Target.EndsWith("/health", StringComparison.Ordinal))
        {
            exchange.Answer("{\"status\":\"ok\"}");
        }
        else
        {
            path.Answer(exchange, _gate);
        }
    }

    /// <summary>A port whose queue of connections is full, so that connecting to it takes for ever.</summary>
    private sealed class FullListener : IDisposable
    {
        private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        private readonly List<Socket> _queued = [];

        public FullListener()
        {
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            _listener.Listen(1);
            while (_queued.Count < 64)
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                _queued.Add(socket);
                if (!socket.ConnectAsync(_listener.LocalEndPoint!).Wait(TimeSpan.FromMilliseconds(200)))
                {
                    break;
                }
            }
        }

        public string Url => $"http://{_listener.LocalEndPoint}";

        public void Dispose()
        {
            _queued.ForEach(socket => socket.Dispose());
            _listener.Dispose();
        }
    }
}

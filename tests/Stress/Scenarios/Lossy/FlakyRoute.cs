using System.Net;
using System.Net.Sockets;

namespace Valentina.Stress.Scenarios.Lossy;

/// <summary>
/// Sends now and then an attempt to a proxy that refuses connections: a failure of which the client knows that nothing has left. The
/// port is bound but nobody listens on it, so that the system itself refuses the connection and no other program can take the port.
/// </summary>
internal sealed class FlakyRoute : IWebProxy, IDisposable
{
    private readonly Socket _deaf = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Uri _refusing;
    private readonly Random _chances;
    private readonly int _percent;
    private int _refused;

    /// <param name="percent">How many attempts of a hundred are refused.</param>
    /// <param name="chances">Decides which.</param>
    public FlakyRoute(int percent, Random chances)
    {
        _percent = percent;
        _chances = chances;
        _deaf.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _refusing = new Uri($"http://127.0.0.1:{((IPEndPoint)_deaf.LocalEndPoint!).Port}");
    }

    /// <summary>How many attempts were sent to the refusing port.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public ICredentials? Credentials { get; set; }

    public Uri? GetProxy(Uri destination)
    {
        lock (_chances)
        {
            if (_chances.Next(100) >= _percent)
            {
                return null;
            }
        }

        Interlocked.Increment(ref _refused);
        return _refusing;
    }

    public bool IsBypassed(Uri host) => false;

    public void Dispose() => _deaf.Dispose();
}

using System.Net;
using System.Net.Sockets;

namespace Valentina.Tests.Shared;

/// <summary>
/// A loopback port at which nobody listens; it stays taken meanwhile, so that no test beside this one starts a server there.
/// </summary>
public sealed class RefusingPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public RefusingPort() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_socket.LocalEndPoint!).Port}";

    public void Dispose() => _socket.Dispose();
}

using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Valentina.Conformance.Tests.FakeServer.Wire;

/// <summary>An answer as it stood on the wire.</summary>
/// <param name="Status">The status; 0 where the connection ended without one.</param>
/// <param name="Head">The status line and the headers.</param>
/// <param name="Body">The bytes after them, up to the end of the connection.</param>
internal sealed record RawAnswer(int Status, string Head, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonObject Json => (JsonObject)JsonNode.Parse(Body)!;

    public string? Header(string name) => Head.Split("\r\n")
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
        .Select(line => line[(name.Length + 1)..].Trim())
        .FirstOrDefault();

    public override string ToString() => $"{Head}\r\n\r\n{Text}";
}

/// <summary>Sends bytes to a port as they are: what no HTTP client would let through.</summary>
internal static class RawHttp
{
    /// <summary>Bytes of a text whose characters are bytes, so that any byte can be written.</summary>
    public static byte[] Bytes(string latin) => Encoding.Latin1.GetBytes(latin);

    /// <summary>Sends a request and reads until the server closes.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="request">The bytes.</param>
    /// <param name="endsSending">Whether to say that nothing follows, which a server may take for a client that is gone.</param>
    public static async Task<RawAnswer> SendAsync(Uri server, byte[] request, bool endsSending = false)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Host, server.Port);

        // At the same time: a server that answers before it has read everything must not wait for us, nor we for it.
        var writing = WriteAsync(socket, request, endsSending);
        var received = await ReadAsync(socket);
        await writing;
        return Parse(received);
    }

    /// <summary>Sends a handshake, waits for its answer, and goes on with other bytes; reads until the server closes.</summary>
    public static async Task<RawAnswer> UpgradeAsync(Uri server, byte[] handshake, byte[] rest, bool endsSending)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Host, server.Port);
        await socket.SendAsync(handshake);
        var head = new List<byte>();
        var next = new byte[1];
        while (head is not [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'] && await socket.ReceiveAsync(next.AsMemory()) > 0)
        {
            head.Add(next[0]);
        }

        var writing = WriteAsync(socket, rest, endsSending);
        var received = await ReadAsync(socket);
        await writing;
        return Parse([.. head, .. received]);
    }

    private static RawAnswer Parse(byte[] received)
    {
        var end = received.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return new RawAnswer(0, Encoding.Latin1.GetString(received), []);
        }

        var head = Encoding.Latin1.GetString(received, 0, end);
        return new RawAnswer(int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), head, received[(end + 4)..]);
    }

    private static async Task WriteAsync(Socket socket, byte[] request, bool endsSending)
    {
        try
        {
            for (var sent = 0; sent < request.Length;)
            {
                sent += await socket.SendAsync(request.AsMemory(sent));
            }

            if (endsSending)
            {
                socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (SocketException)
        {
            // The server has heard enough; its answer is there nevertheless.
        }
    }

    private static async Task<byte[]> ReadAsync(Socket socket)
    {
        using var received = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory()) is > 0 and var count)
            {
                received.Write(buffer, 0, count);
            }
        }
        catch (SocketException)
        {
            // Closed with bytes of ours unread: what came before counts.
        }

        return received.ToArray();
    }
}

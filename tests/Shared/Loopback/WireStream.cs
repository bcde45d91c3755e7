using System.Net.Sockets;

namespace Valentina.Tests.Shared.Loopback;

/// <summary>
/// The bytes of a connection below TLS, where a write can be cut short: half a TLS record stalls the other side's decryption.
/// </summary>
public sealed class WireStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    private int _left = int.MaxValue;

    /// <summary>Lets only so many more bytes through and swallows the rest.</summary>
    public void SwallowAfter(int bytes) => _left = bytes;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _left);
        if (_left != int.MaxValue)
        {
            _left -= count;
        }

        // The base class would come back here: of derived streams it calls the other overload.
        try
        {
            for (buffer = buffer[..count]; !buffer.IsEmpty; buffer = buffer[Socket.Send(buffer)..])
            {
            }
        }
        catch (SocketException ex)
        {
            throw new IOException(ex.Message, ex);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
}

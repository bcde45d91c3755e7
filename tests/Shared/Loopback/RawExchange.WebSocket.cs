using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Valentina.Tests.Shared.Loopback;

/// <content>The upgrade to a WebSocket, and its frames (RFC 6455).</content>
public sealed partial class RawExchange
{
    /// <summary>What Sec-WebSocket-Accept must say to this request.</summary>
#pragma warning disable CA5350 // RFC 6455 wants this hash.
    public string WebSocketAccept => Convert.ToBase64String(
        SHA1.HashData(Encoding.ASCII.GetBytes(Header("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350

    /// <summary>Takes the upgrade to a WebSocket. From then on frames are written and read.</summary>
    public void AcceptWebSocket(string headers = "")
    {
        Closes = true;
        Write($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {WebSocketAccept}\r\n{headers}\r\n");
    }

    /// <summary>Writes a frame of the server, which is not masked.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="opcode">1 text, 2 binary, 8 close, 9 ping, 10 pong; with 0x80 added, the last of its message.</param>
    public void WriteFrame(ReadOnlySpan<byte> payload, byte opcode = 0x81) => Write(Frame(opcode, payload));

    /// <summary>The bytes of a frame.</summary>
    /// <param name="first">Its first byte: the end of the message, the reserved bits and the opcode.</param>
    /// <param name="payload">The bytes in it.</param>
    /// <param name="isMasked">Whether it says that it is masked, which no frame of a server may; the mask changes nothing.</param>
    public static byte[] Frame(byte first, ReadOnlySpan<byte> payload, bool isMasked = false)
    {
        Span<byte> header = stackalloc byte[14];
        header[0] = first;
        var length = 2;
        if (payload.Length < 126)
        {
            header[1] = (byte)payload.Length;
        }
        else if (payload.Length <= ushort.MaxValue)
        {
            header[1] = 126;
            BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)payload.Length);
            length = 4;
        }
        else
        {
            header[1] = 127;
            BinaryPrimitives.WriteUInt64BigEndian(header[2..], (ulong)payload.Length);
            length = 10;
        }

        if (isMasked)
        {
            // A mask of zeros leaves the payload as it is.
            header[1] |= 0x80;
            length += 4;
        }

        return [.. header[..length], .. payload];
    }

    /// <summary>Writes a text frame.</summary>
    public void WriteFrame(string text) => WriteFrame(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads one frame of the client and takes its mask off.</summary>
    /// <returns>The opcode without the last bit, and the bytes; null at the end of the connection.</returns>
    public (byte Opcode, byte[] Payload)? ReadFrame()
    {
        var start = new byte[2];
        if (Stream.ReadAtLeast(start, 2, throwOnEndOfStream: false) < 2)
        {
            return null;
        }

        ulong length = (uint)(start[1] & 0x7F);
        if (length >= 126)
        {
            var more = new byte[length == 126 ? 2 : 8];
            Stream.ReadExactly(more);
            length = more.Aggregate(0UL, (sum, next) => (sum << 8) | next);
        }

        var mask = new byte[4];
        if ((start[1] & 0x80) != 0)
        {
            Stream.ReadExactly(mask);
        }

        var payload = new byte[length];
        Stream.ReadExactly(payload);
        for (var at = 0; at < payload.Length; at++)
        {
            payload[at] ^= mask[at % 4];
        }

        return ((byte)(start[0] & 0x0F), payload);
    }
}

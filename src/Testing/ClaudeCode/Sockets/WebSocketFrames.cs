using System.Buffers.Binary;

namespace Valentina.Testing.ClaudeCode.Sockets;

/// <summary>The server's half of RFC 6455 framing, as far as one well-behaved client needs it.</summary>
internal static class WebSocketFrames
{
    public const byte ContinuationFrame = 0x0;
    public const byte TextFrame = 0x1;
    public const byte BinaryFrame = 0x2;
    public const byte CloseFrame = 0x8;
    public const byte PingFrame = 0x9;
    public const byte PongFrame = 0xA;

    private const byte FinalBit = 0x80;
    private const byte MaskBit = 0x80;

    public static byte[] Encode(byte opcode, ReadOnlySpan<byte> payload)
    {
        var header = payload.Length < 126 ? 2 : payload.Length <= ushort.MaxValue ? 4 : 10;
        var frame = new byte[header + payload.Length];
        frame[0] = (byte)(FinalBit | opcode);
        switch (header)
        {
            case 2:
                frame[1] = (byte)payload.Length;
                break;
            case 4:
                frame[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(2), (ushort)payload.Length);
                break;
            default:
                frame[1] = 127;
                BinaryPrimitives.WriteUInt64BigEndian(frame.AsSpan(2), (ulong)payload.Length);
                break;
        }

        payload.CopyTo(frame.AsSpan(header));
        return frame;
    }

    public static byte[] EncodeClose(int code)
    {
        var payload = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)code);
        return Encode(CloseFrame, payload);
    }

    /// <summary>Takes one frame of a client, unmasked, off the front of what was received; null while it is not whole.</summary>
    public static ClientFrame? Decode(ReadOnlySpan<byte> received)
    {
        if (received.Length < 2)
        {
            return null;
        }

        var masked = (received[1] & MaskBit) != 0;
        var (offset, length) = (received[1] & 0x7F) switch
        {
            126 => received.Length < 4 ? (0, 0) : (4, BinaryPrimitives.ReadUInt16BigEndian(received[2..])),
            127 => received.Length < 10 ? (0, 0) : (10, checked((int)BinaryPrimitives.ReadUInt64BigEndian(received[2..]))),
            var small => (2, small),
        };
        var start = offset + (masked ? 4 : 0);
        if (offset == 0 || received.Length < start + length)
        {
            return null;
        }

        var payload = received.Slice(start, length).ToArray();
        if (masked)
        {
            var mask = received.Slice(offset, 4);
            for (var index = 0; index < payload.Length; index++)
            {
                payload[index] ^= mask[index % 4];
            }
        }

        return new ClientFrame((byte)(received[0] & 0x0F), (received[0] & FinalBit) != 0, payload, start + length);
    }

    /// <param name="Opcode">What the frame is.</param>
    /// <param name="IsFinal">Whether its message ends with it.</param>
    /// <param name="Payload">The bytes, unmasked.</param>
    /// <param name="Size">How many bytes it took on the wire.</param>
    internal readonly record struct ClientFrame(byte Opcode, bool IsFinal, byte[] Payload, int Size);
}

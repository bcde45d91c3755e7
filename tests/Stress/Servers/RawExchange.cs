using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Valentina.Stress.Servers;

/// <summary>One request, to be answered by hand. All of it blocks.</summary>
internal sealed class RawExchange(Socket socket, WireStream wire, Stream stream, string head, int connection, int index, int request)
{
    private byte[]? _body;

    /// <summary>The request line and the headers, without the empty line.</summary>
    public string Head { get; } = head;

    public string Method { get; } = head.Split(' ', 2)[0];

    /// <summary>Path and query.</summary>
    public string Target { get; } = head.Split(' ', 3)[1];

    /// <summary>The number of the connection, from 1.</summary>
    public int Connection { get; } = connection;

    /// <summary>The number of the request on its connection, from 0.</summary>
    public int Index { get; } = index;

    /// <summary>The number of the request on the server, from 1.</summary>
    public int Request { get; } = request;

    /// <summary>Whether the connection ends after this exchange.</summary>
    public bool Closes { get; set; }

    public Socket Socket { get; } = socket;

    /// <summary>The bytes below TLS; the same as <see cref="Stream"/> without it.</summary>
    public WireStream Wire { get; } = wire;

    public Stream Stream { get; } = stream;

    /// <summary>The value of a request header; null where it is missing.</summary>
    public string? Header(string name)
    {
        foreach (var line in Head.Split("\r\n").Skip(1))
        {
            if (line.Length > name.Length && line[name.Length] == ':' && line.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return line[(name.Length + 1)..].Trim();
            }
        }

        return null;
    }

    /// <summary>The request's body, by its length or in chunks; read on the first call, and after the answer if nobody asked.</summary>
    public byte[] ReadBody()
    {
        if (_body is not null)
        {
            return _body;
        }

        if (Header("Transfer-Encoding") is { } coding && coding.Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            return _body = ReadChunks();
        }

        _body = new byte[int.Parse(Header("Content-Length") ?? "0", CultureInfo.InvariantCulture)];
        Stream.ReadExactly(_body);
        return _body;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        Stream.Write(bytes);
        Stream.Flush();
    }

    /// <summary>Writes Latin-1.</summary>
    public void Write(string text) => Write(Encoding.Latin1.GetBytes(text));

    /// <summary>A complete answer of one piece.</summary>
    /// <param name="json">The body.</param>
    /// <param name="status">The status.</param>
    /// <param name="headers">More header lines, each with its line end.</param>
    public void Answer(string json, int status = 200, string headers = "") => Answer(Encoding.UTF8.GetBytes(json), status, headers);

    /// <inheritdoc cref="Answer(string, int, string)"/>
    public void Answer(ReadOnlySpan<byte> content, int status = 200, string headers = "")
    {
        WriteHead(content.Length, status, headers);
        Write(content);
    }

    /// <summary>An answer in pieces: in chunks, or under one length.</summary>
    /// <param name="content">The bytes of the wire, already encoded.</param>
    /// <param name="pieceSize">The bytes of a piece.</param>
    /// <param name="isChunked">Whether each piece is a chunk.</param>
    /// <param name="encoding">What goes into Content-Encoding; empty for none.</param>
    /// <param name="betweenPieces">Called between two pieces.</param>
    public void AnswerInPieces(byte[] content, int pieceSize, bool isChunked, string encoding = "", Action? betweenPieces = null)
    {
        WriteHead(isChunked ? null : content.Length, 200, encoding.Length == 0 ? "" : $"Content-Encoding: {encoding}\r\n");
        for (var start = 0; start < content.Length; start += pieceSize)
        {
            if (start > 0)
            {
                betweenPieces?.Invoke();
            }

            var piece = content.AsSpan(start, Math.Min(pieceSize, content.Length - start));
            if (isChunked)
            {
                WriteChunk(piece);
            }
            else
            {
                Write(piece);
            }
        }

        if (isChunked)
        {
            Write("0\r\n\r\n");
        }
    }

    /// <summary>The status line and the headers.</summary>
    /// <param name="length">The Content-Length; null for chunks.</param>
    /// <param name="status">The status.</param>
    /// <param name="headers">More header lines, each with its line end.</param>
    /// <param name="contentType">The media type.</param>
    public void WriteHead(long? length, int status = 200, string headers = "", string contentType = "application/json")
        => Write(string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} X\r\nContent-Type: {contentType}\r\n{(length is { } bytes ? $"Content-Length: {bytes}" : "Transfer-Encoding: chunked")}\r\n{headers}\r\n"));

    public void WriteChunk(ReadOnlySpan<byte> piece)
    {
        Write(piece.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
        Stream.Write(piece);
        Write("\r\n"u8);
    }

    /// <summary>Resets the connection.</summary>
    public void Reset()
    {
        Closes = true;
        Socket.LingerState = new LingerOption(true, 0);
        Socket.Close();
    }

    /// <summary>Says nothing more until the other side leaves (or the server ends); what it sends meanwhile is thrown away.</summary>
    public void StallUntilGone()
    {
        Closes = true;
        var bytes = new byte[4096];
        try
        {
            while (Wire.Read(bytes) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Reset counts as gone.
        }
    }

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

    /// <summary>Ends the sending and waits until the other side is gone: closing at once could throw away what it has not read.</summary>
    public void Finish()
    {
        Socket.Shutdown(SocketShutdown.Send);
        StallUntilGone();
    }

    /// <summary>Writes a frame of the server, which is not masked.</summary>
    /// <param name="payload">The bytes.</param>
    /// <param name="opcode">1 text, 2 binary, 8 close, 9 ping, 10 pong; with 0x80 added, the last of its message.</param>
    public void WriteFrame(ReadOnlySpan<byte> payload, byte opcode = 0x81)
    {
        Span<byte> header = stackalloc byte[10];
        header[0] = opcode;
        var length = 2;
        if (payload.Length < 126)
        {
            header[1] = (byte)payload.Length;
        }
        else if (payload.Length <= ushort.MaxValue)
        {
            header[1] = 126;
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)payload.Length);
            length = 4;
        }
        else
        {
            header[1] = 127;
            System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(header[2..], (ulong)payload.Length);
            length = 10;
        }

        Write([.. header[..length], .. payload]);
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

    /// <summary>Reads to the empty line after the headers; null where the connection ends before.</summary>
    public static string? ReadHead(Stream stream)
    {
        var head = new List<byte>(512);
        while (stream.ReadByte() is >= 0 and var next)
        {
            head.Add((byte)next);
            if (next == '\n' && head.Count > 3 && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r')
            {
                return Encoding.Latin1.GetString([.. head], 0, head.Count - 4);
            }
        }

        return null;
    }

    private byte[] ReadChunks()
    {
        var body = new MemoryStream();
        while (true)
        {
            var size = int.Parse(ReadLine().Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            var chunk = new byte[size];
            Stream.ReadExactly(chunk);
            body.Write(chunk);
            ReadLine();
            if (size == 0)
            {
                return body.ToArray();
            }
        }
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        while (Stream.ReadByte() is >= 0 and var next && next != '\n')
        {
            line.Append((char)next);
        }

        return line.ToString().TrimEnd('\r');
    }
}

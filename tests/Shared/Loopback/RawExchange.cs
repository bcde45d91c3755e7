using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Valentina.Tests.Shared.Loopback;

/// <summary>One request, to be answered by hand. All of it blocks.</summary>
public sealed partial class RawExchange(Socket socket, WireStream wire, Stream stream, string head, int connection, int index, int request)
{
    private const string Json = "application/json";

    private static readonly ConcurrentDictionary<int, string> Reasons = new();

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

    /// <summary>Reads so many bytes and leaves them.</summary>
    public void Skip(int count) => Stream.ReadExactly(new byte[count]);

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
    /// <param name="contentType">The media type.</param>
    public void Answer(string json, int status = 200, string headers = "", string contentType = Json)
        => Answer(Encoding.UTF8.GetBytes(json), status, headers, contentType);

    /// <inheritdoc cref="Answer(string, int, string, string)"/>
    public void Answer(ReadOnlySpan<byte> content, int status = 200, string headers = "", string contentType = Json)
    {
        WriteHead(content.Length, status, headers, contentType);
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
    public void WriteHead(long? length, int status = 200, string headers = "", string contentType = Json)
        => Write(string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status} {Reason(status)}\r\nContent-Type: {contentType}\r\n{(length is { } bytes ? $"Content-Length: {bytes}" : "Transfer-Encoding: chunked")}\r\n{headers}\r\n"));

    public void WriteChunk(ReadOnlySpan<byte> piece)
    {
        Write(piece.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
        Stream.Write(piece);
        Write("\r\n"u8);
    }

    /// <summary>
    /// Closes the connection at once, so that the client is told by a reset where it has sent what was not read.
    /// </summary>
    public void Close()
    {
        Closes = true;
        Socket.Dispose();
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

    /// <summary>Ends the sending and waits until the other side is gone: closing at once could throw away what it has not read.</summary>
    public void Finish()
    {
        Socket.Shutdown(SocketShutdown.Send);
        StallUntilGone();
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

    /// <summary>"Not Found", of NotFound.</summary>
    private static string Reason(int status)
        => Reasons.GetOrAdd(status, static status => Capital().Replace(((HttpStatusCode)status).ToString(), " "));

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Capital();

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

using System.Diagnostics;
using System.Net.Sockets;

namespace Valentina.Connection;

/// <summary>
/// Reads the status line of each answer as its bytes pass by on one HTTP/1.1 connection. A server that failed (5xx) often drops its
/// connection a moment later, and the next request on it would be lost, unseen or half done, nobody knows.
/// </summary>
internal sealed class AnswerStart
{
    private static ReadOnlySpan<byte> Version => "HTTP/1."u8;

    /// <summary>"HTTP/1.1 500": the digits begin after the version, its last figure and a blank.</summary>
    private const int StatusAt = 9;

    private const int StatusEnd = StatusAt + 3;

    /// <summary>How long after its failure a server may take to close the connection, for a synchronous call.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);

    private int _place;
    private int _status;
    private int _lineEnds;
    private bool _hasRead;
    private bool _isKnown;
    private bool _isFailure;
    private long _failedAt;

    /// <summary>Takes a look at bytes that were read.</summary>
    public void Look(ReadOnlySpan<byte> bytes)
    {
        _hasRead = true;
        foreach (var next in bytes)
        {
            if (_isKnown)
            {
                return;
            }

            Step(next);
        }
    }

    /// <summary>
    /// Before bytes are written. An asynchronous request after a failure takes another connection at once; a synchronous one, for which
    /// opening a connection needs a free thread of the pool, gives the server a moment to close this one.
    /// </summary>
    /// <returns>Whether they begin a request on a connection that served others.</returns>
    /// <exception cref="StaleConnectionException">The last answer was a failure of the server, and the connection is given up.</exception>
    public bool BeforeWriting(Socket socket)
    {
        if (!_hasRead)
        {
            return false;
        }

        _hasRead = false;
        if (_isFailure && (SynchronousWork.Deadline is null || CloseFollows(socket)))
        {
            throw StaleConnectionException.AfterFailure();
        }

        _isKnown = _isFailure = false;
        Restart();
        return true;
    }

    private bool CloseFollows(Socket socket)
    {
        var left = Moment - Stopwatch.GetElapsedTime(_failedAt);
        try
        {
            return socket.Poll(left > TimeSpan.Zero ? left : TimeSpan.Zero, SelectMode.SelectRead);
        }
        catch (Exception ex) when (ex is SocketException or ObjectDisposedException)
        {
            return true;
        }
    }

    private void Step(byte next)
    {
        if (_place >= StatusEnd)
        {
            SkipInterim(next);
        }
        else if (_place < Version.Length ? next != Version[_place] : _place >= StatusAt && !char.IsAsciiDigit((char)next))
        {
            // No HTTP/1.1: encrypted, HTTP/2, the frames of a WebSocket.
            _isKnown = true;
        }
        else
        {
            _status = _place >= StatusAt ? (_status * 10) + (next - '0') : 0;
            if (++_place == StatusEnd)
            {
                _isFailure = _status is >= 500 and <= 599;
                _failedAt = _isFailure ? Stopwatch.GetTimestamp() : 0;
                _isKnown = _status is < 100 or > 199 or 101;
            }
        }
    }

    /// <summary>An interim answer (100, 103) ends with an empty line, and another follows.</summary>
    private void SkipInterim(byte next)
    {
        if (next == '\n' && ++_lineEnds == 2)
        {
            Restart();
        }
        else if (next is not ((byte)'\n' or (byte)'\r'))
        {
            _lineEnds = 0;
        }
    }

    private void Restart()
    {
        _place = 0;
        _lineEnds = 0;
    }
}

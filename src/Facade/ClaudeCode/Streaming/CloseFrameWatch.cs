namespace Valentina.ClaudeCode.Streaming;

/// <summary>
/// Follows the frames of a server (RFC 6455, 5.2) as they go by, to see whether its close frame has a code. .NET reports a close
/// without one as 1000, the code of a regular end; by the RFC (7.1.5) it is 1005, and in mid-answer that is a difference.
/// </summary>
internal sealed class CloseFrameWatch
{
    private const int CloseOpcode = 8;

    private int _needed = 2;
    private int _have;
    private int _opcode;
    private bool _isMasked;
    private ulong _length;
    private ulong _skip;

    /// <summary>Whether a close frame without a code came in.</summary>
    public bool SawEmptyClose { get; private set; }

    /// <summary>Takes the next bytes of the connection, in pieces of any size.</summary>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_skip > 0)
            {
                var count = (int)Math.Min(_skip, (ulong)bytes.Length);
                _skip -= (ulong)count;
                bytes = bytes[count..];
                continue;
            }

            TakeHeader(bytes[0]);
            bytes = bytes[1..];
        }
    }

    private void TakeHeader(byte next)
    {
        switch (_have++)
        {
            case 0:
                _opcode = next & 0x0F;
                break;
            case 1:
                _isMasked = (next & 0x80) != 0;
                _length = (ulong)(next & 0x7F);
                if (_length >= 126)
                {
                    _needed = _length == 126 ? 4 : 10;
                    _length = 0;
                }

                break;
            default:
                _length = (_length << 8) | next;
                break;
        }

        if (_have < _needed)
        {
            return;
        }

        // A server must not mask; .NET ends the connection over it. Only the count has to be right here.
        SawEmptyClose |= _opcode == CloseOpcode && _length == 0;
        _skip = _length + (_isMasked ? 4UL : 0);
        _have = 0;
        _needed = 2;
    }
}

using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Valentina.Connection.Buffers;

/// <summary>Writes text as UTF-8 bytes straight into a buffer, without one of its own. A lone surrogate becomes U+FFFD.</summary>
internal sealed class Utf8TextWriter(IBufferWriter<byte> output) : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
{
    private char _high;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        if (_high == 0 && value < 0x80)
        {
            output.GetSpan(1)[0] = (byte)value;
            output.Advance(1);
            return;
        }

        Write([value]);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (buffer.IsEmpty)
        {
            return;
        }

        if (_high != 0)
        {
            var isPair = char.IsLowSurrogate(buffer[0]);
            Encode(isPair ? [_high, buffer[0]] : [_high]);
            _high = '\0';
            buffer = buffer[(isPair ? 1 : 0)..];
        }

        if (!buffer.IsEmpty && char.IsHighSurrogate(buffer[^1]))
        {
            _high = buffer[^1];
            buffer = buffer[..^1];
        }

        Encode(buffer);
    }

    public override void Flush()
    {
        if (_high != 0)
        {
            Encode([_high]);
            _high = '\0';
        }
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var target = output.GetSpan(Math.Min(text.Length, 1024) * 3);
            Utf8.FromUtf16(text, target, out var read, out var written, replaceInvalidSequences: true, isFinalBlock: true);
            output.Advance(written);
            text = text[read..];
        }
    }
}

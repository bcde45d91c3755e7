using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Valentina.Json;

/// <summary>
/// Escapes what JSON demands and line ends that other readers stumble over, nothing else: an emoji stays four bytes, where the encoders of
/// .NET make twelve of it. Half a pair of surrogates becomes U+FFFD.
/// </summary>
internal sealed unsafe class WireEncoder : JavaScriptEncoder
{
    public static readonly WireEncoder Instance = new();

    private const string Escaped =
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F\u0010\u0011\u0012\u0013"
        + "\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u0085\u2028\u2029";

    private static readonly SearchValues<char> EscapedUnits = SearchValues.Create(Escaped);

    /// <summary>As far as a text holds no surrogate, it holds no half of a pair.</summary>
    private static readonly SearchValues<char> PlainUnits = SearchValues.Create(
        string.Concat(Enumerable.Range(0x20, 0x60).Select(static unit => (char)unit).Except("\"\\")));

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => 6;

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var whole = new ReadOnlySpan<char>(text, textLength);
        var start = whole.IndexOfAnyExcept(PlainUnits);
        return start < 0 ? -1 : FindFrom(whole, start);
    }

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        // Names of the contract and numbers: plain ASCII nearly always.
        for (var index = 0; index < utf8Text.Length; index++)
        {
            if (utf8Text[index] is < 0x20 or >= 0x80 or (byte)'"' or (byte)'\\')
            {
                return base.FindFirstCharacterToEncodeUtf8(utf8Text);
            }
        }

        return -1;
    }

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => unicodeScalar <= char.MaxValue && EscapedUnits.Contains((char)unicodeScalar);

    /// <inheritdoc/>
    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var target = new Span<char>(buffer, bufferLength);
        if (!WillEncode(unicodeScalar))
        {
            return new Rune(unicodeScalar).TryEncodeToUtf16(target, out numberOfCharactersWritten);
        }

        var escape = unicodeScalar switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ => null,
        };
        if (escape is not null)
        {
            numberOfCharactersWritten = 2;
            return escape.TryCopyTo(target);
        }

        numberOfCharactersWritten = 6;
        return target.TryWrite(System.Globalization.CultureInfo.InvariantCulture, $"\\u{unicodeScalar:x4}", out _);
    }

    private static int FindFrom(ReadOnlySpan<char> text, int start)
    {
        for (var index = start; index < text.Length; index++)
        {
            var unit = text[index];
            if (EscapedUnits.Contains(unit))
            {
                return index;
            }

            if (char.IsSurrogate(unit))
            {
                if (!char.IsHighSurrogate(unit) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
                {
                    return index;
                }

                index++;
            }
        }

        return -1;
    }
}

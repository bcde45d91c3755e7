using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Valentina.Json;

/// <summary>What generated readers ask of the tokens of JSON.</summary>
internal static class JsonTokens
{
    /// <summary>The name the reader stands on, without escapes.</summary>
    public static ReadOnlySpan<byte> Name(ref Utf8JsonReader reader) => Bytes(ref reader);

    /// <summary>Goes from a name to its value, which may be an empty text.</summary>
    /// <returns>False for null.</returns>
    public static bool MoveToText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.Null;
    }

    /// <summary>Goes from a name to its value, which is no text: an empty text in its place is as good as null.</summary>
    /// <returns>False for null and for an empty text.</returns>
    public static bool MoveToValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        return !IsNothing(ref reader);
    }

    /// <summary>Whether the reader stands on null or on an empty text.</summary>
    public static bool IsNothing(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => true,
        JsonTokenType.String => !reader.HasValueSequence && reader.ValueSpan.IsEmpty,
        _ => false,
    };

    /// <summary>Goes over the value of a name.</summary>
    public static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    /// <exception cref="JsonMismatchException">The reader does not stand at the beginning of an object.</exception>
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonMismatchException.At(ref reader, "an object");
        }
    }

    /// <exception cref="JsonMismatchException">The reader does not stand at the beginning of a list.</exception>
    public static void StartArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonMismatchException.At(ref reader, "a list");
        }
    }

    /// <summary>The text or name the reader stands on; what is no Unicode in it becomes U+FFFD.</summary>
    public static string Text(ref Utf8JsonReader reader)
        => reader.ValueIsEscaped || reader.HasValueSequence
            ? Unescape(Raw(ref reader))
            : Encoding.UTF8.GetString(reader.ValueSpan);

    /// <summary>
    /// The same as <see cref="Text"/> in UTF-8, where what is no Unicode may also stay as it is; a number as it is written.
    /// </summary>
    public static ReadOnlySpan<byte> Bytes(ref Utf8JsonReader reader)
        => reader.ValueIsEscaped || reader.HasValueSequence ? SlowBytes(ref reader) : reader.ValueSpan;

    /// <summary>A name, text, number or word as it is written, without quotation marks.</summary>
    public static ReadOnlySpan<byte> Raw(ref Utf8JsonReader reader)
        => reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    private static byte[] SlowBytes(ref Utf8JsonReader reader) => Encoding.UTF8.GetBytes(Text(ref reader));

    /// <summary>Takes escapes out; the reader has checked their form, but not that halves of a pair come together.</summary>
    private static string Unescape(ReadOnlySpan<byte> raw)
    {
        var rented = ArrayPool<char>.Shared.Rent(raw.Length);
        try
        {
            var length = 0;
            while (raw.IndexOf((byte)'\\') is var at and >= 0)
            {
                length += Encoding.UTF8.GetChars(raw[..at], rented.AsSpan(length));
                var taken = Unescape(raw[at..], rented.AsSpan(length), out var written);
                length += written;
                raw = raw[(at + taken)..];
            }

            length += Encoding.UTF8.GetChars(raw, rented.AsSpan(length));
            return new string(rented, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>Takes out the escape a text begins with.</summary>
    /// <returns>How many bytes it has.</returns>
    private static int Unescape(ReadOnlySpan<byte> escape, Span<char> target, out int written)
    {
        written = 1;
        if (escape[1] != 'u')
        {
            target[0] = escape[1] switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                var itself => (char)itself,
            };
            return 2;
        }

        var unit = Unit(escape);
        if (char.IsHighSurrogate(unit) && escape.Length >= 12 && escape[6] == '\\' && escape[7] == 'u'
            && Unit(escape[6..]) is var low && char.IsLowSurrogate(low))
        {
            target[0] = unit;
            target[1] = low;
            written = 2;
            return 12;
        }

        target[0] = char.IsSurrogate(unit) ? '\uFFFD' : unit;
        return 6;
    }

    private static char Unit(ReadOnlySpan<byte> escape)
        => (char)((Digit(escape[2]) << 12) | (Digit(escape[3]) << 8) | (Digit(escape[4]) << 4) | Digit(escape[5]));

    private static int Digit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}

using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Valentina.Json;

/// <summary>Numbers as the services may write them: <c>1.0</c> and <c>1e2</c> are whole, a text may hold a number.</summary>
internal static class WireNumber
{
    private const NumberStyles Integer = NumberStyles.Integer;
    private const NumberStyles Fraction = NumberStyles.Float;

    /// <summary>A whole number in another form than digits alone.</summary>
    /// <exception cref="JsonMismatchException">It is none, or too great.</exception>
    public static long ReadInteger(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.Number or JsonTokenType.String)
        {
            var text = JsonTokens.Bytes(ref reader);
            if (long.TryParse(text, Integer, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            if (TryReadDecimal(text, out var exact) && IsWhole(exact, text) && exact is >= long.MinValue and <= long.MaxValue)
            {
                return (long)exact;
            }
        }

        throw JsonMismatchException.At(ref reader, "a whole number");
    }

    /// <summary>A tiny fraction becomes 0 in a decimal, which it is not.</summary>
    private static bool IsWhole(decimal number, ReadOnlySpan<byte> text)
        => decimal.Truncate(number) == number && (number != 0 || text[..End(text)].IndexOfAnyInRange((byte)'1', (byte)'9') < 0);

    /// <summary>Where the exponent begins.</summary>
    private static int End(ReadOnlySpan<byte> text) => text.IndexOfAny("eE"u8) is var at and >= 0 ? at : text.Length;

    public static bool TryReadDecimal(ReadOnlySpan<byte> text, out decimal number)
        => decimal.TryParse(text, Fraction, CultureInfo.InvariantCulture, out number);

    /// <summary>Reads a number that a double can hold.</summary>
    public static bool TryReadDouble(ReadOnlySpan<byte> text, out double number)
        => ((Utf8Parser.TryParse(text, out number, out var length) && length == text.Length)
            || double.TryParse(text, Fraction, CultureInfo.InvariantCulture, out number))
            && double.IsFinite(number);

    /// <summary>Writes a number with a point or an exponent, so that it is read again as what it is.</summary>
    /// <exception cref="ArgumentException">It is no number of JSON.</exception>
    public static void Write(Utf8JsonWriter writer, double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("JSON has no infinite numbers and no NaN.", nameof(value));
        }

        Span<byte> text = stackalloc byte[34];
        value.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
        WriteFraction(writer, text, length);
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    public static void Write(Utf8JsonWriter writer, decimal value)
    {
        Span<byte> text = stackalloc byte[34];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        WriteFraction(writer, text, length);
    }

    private static void WriteFraction(Utf8JsonWriter writer, Span<byte> text, int length)
    {
        if (text[..length].IndexOfAny(".eE"u8) < 0)
        {
            text[length++] = (byte)'.';
            text[length++] = (byte)'0';
        }

        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }
}

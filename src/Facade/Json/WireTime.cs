namespace Valentina.Json;

/// <summary>Reads dates and instants in the one form the services write, without a text of their own.</summary>
internal static class WireTime
{
    private const int DateLength = 10;
    private const int SecondsLength = 19;
    private const int OffsetLength = 6;
    private const int MaxFraction = 7;
    private const int MaxOffsetMinutes = 14 * 60;

    /// <summary>Reads <c>2026-11-22</c>.</summary>
    public static bool TryReadDate(ReadOnlySpan<byte> text, out DateOnly date)
    {
        if (text.Length == DateLength && TryReadDay(text, out var year, out var month, out var day))
        {
            date = new DateOnly(year, month, day);
            return true;
        }

        date = default;
        return false;
    }

    /// <summary>
    /// Reads <c>2026-11-22T04:18:37.313186Z</c>, with another offset or with none; other forms are left to a slower reader.
    /// </summary>
    public static bool TryReadInstant(ReadOnlySpan<byte> text, out DateTimeOffset instant)
    {
        instant = default;
        if (text.Length < SecondsLength
            || !TryReadDay(text, out var year, out var month, out var day)
            || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || !TryReadPair(text[11..], out var hour)
            || !TryReadPair(text[14..], out var minute)
            || !TryReadPair(text[17..], out var second)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        var rest = text[SecondsLength..];
        var clock = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).Ticks;
        if (!TryReadFraction(ref rest, ref clock) || !TryReadOffset(rest, out var offset))
        {
            return false;
        }

        var utc = clock - offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(clock, offset);
        return true;
    }

    private static bool TryReadDay(ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        month = day = 0;
        if (!TryReadPair(text, out year) || !TryReadPair(text[2..], out var rest) || text[4] != '-' || text[7] != '-'
            || !TryReadPair(text[5..], out month) || !TryReadPair(text[8..], out day))
        {
            return false;
        }

        year = (year * 100) + rest;
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool TryReadPair(ReadOnlySpan<byte> text, out int value)
    {
        var tens = (uint)(text[0] - '0');
        var ones = (uint)(text[1] - '0');
        value = (int)((tens * 10) + ones);
        return tens <= 9 && ones <= 9;
    }

    /// <summary>Up to seven digits, which is as far as a tick goes.</summary>
    private static bool TryReadFraction(ref ReadOnlySpan<byte> text, ref long ticks)
    {
        if (text.IsEmpty || text[0] != '.')
        {
            return true;
        }

        var value = 0;
        var digits = 0;
        for (text = text[1..]; !text.IsEmpty && (uint)(text[0] - '0') <= 9; text = text[1..])
        {
            if (++digits > MaxFraction)
            {
                return false;
            }

            value = (value * 10) + (text[0] - '0');
        }

        for (var missing = digits; missing < MaxFraction; missing++)
        {
            value *= 10;
        }

        ticks += value;
        return digits > 0;
    }

    private static bool TryReadOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.IsEmpty || (text.Length == 1 && text[0] == 'Z'))
        {
            return true;
        }

        if (text.Length != OffsetLength || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':'
            || !TryReadPair(text[1..], out var hours) || !TryReadPair(text[4..], out var minutes)
            || minutes > 59 || (hours * 60) + minutes > MaxOffsetMinutes)
        {
            return false;
        }

        var size = TimeSpan.FromMinutes((hours * 60) + minutes);
        offset = text[0] == '-' ? -size : size;
        return true;
    }
}

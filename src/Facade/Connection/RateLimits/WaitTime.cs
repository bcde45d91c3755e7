using System.Globalization;

namespace Valentina.Connection.RateLimits;

/// <summary>Turns what servers say about waiting into a time.</summary>
internal static class WaitTime
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    private static readonly string[] DateFormats =
    [
        "r",
        "dddd, dd-MMM-yy HH:mm:ss 'GMT'",
        "ddd MMM d HH:mm:ss yyyy",
    ];

    /// <summary>Seconds as a time; null for what is no number, zero for what is below zero.</summary>
    public static TimeSpan? FromSeconds(double seconds)
    {
        if (double.IsNaN(seconds))
        {
            return null;
        }

        return seconds <= 0 ? TimeSpan.Zero
            : seconds >= Longest.TotalSeconds ? Longest
            : TimeSpan.FromTicks((long)Math.Ceiling(Math.Round(seconds * TimeSpan.TicksPerSecond, 3)));
    }

    /// <summary>A <c>Retry-After</c> value: seconds, with a fraction or without, or one of the three date forms of HTTP.</summary>
    /// <param name="value">The value of the header.</param>
    /// <param name="now">The server's clock where it is known, else ours.</param>
    public static TimeSpan? FromRetryAfter(string value, DateTimeOffset now)
    {
        var text = value.AsSpan().Trim();
        if (double.TryParse(
                text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds))
        {
            return FromSeconds(seconds);
        }

        if (TryParseDate(text, out var date))
        {
            return FromSeconds((date - now).TotalSeconds);
        }

        return null;
    }

    public static bool TryParseDate(ReadOnlySpan<char> text, out DateTimeOffset date)
        => DateTimeOffset.TryParseExact(
            text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out date);
}

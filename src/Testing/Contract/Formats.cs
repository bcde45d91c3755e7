using System.Globalization;
using System.Text.RegularExpressions;

namespace Valentina.Testing.Contract;

/// <summary>The formats the contract uses, checked as the server checks them.</summary>
internal static partial class Formats
{
    /// <summary>Returns the server's complaint about a text, or null when it is well formed.</summary>
    public static string? Complaint(string format, string text) => format switch
    {
        "uuid" => IsUuid(text) ? null : "Invalid UUID",
        "date" => IsDate(text) ? null : "Invalid RFC3339 encoded date",
        "date-time" => IsInstant(text) ? null : "Invalid RFC3339 encoded datetime",
        "email" => IsEmail(text) ? null : $"Invalid email format: {text}",
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _) ? null : "Invalid URL",
        _ => null,
    };

    /// <summary>Hexadecimal digits and hyphens, and nothing else: .NET takes blanks, signs and <c>0x</c> too.</summary>
    public static bool IsUuid(string text)
        => text.Length == 36
           && text.All(static character => character == '-' || char.IsAsciiHexDigit(character))
           && Guid.TryParseExact(text, "D", out _);

    public static bool IsDate(string text)
        => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>A date and a time; the zone may be missing, and then means UTC.</summary>
    public static bool IsInstant(string text)
        => Instant().IsMatch(text)
           && IsDate(text[..10])
           && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    public static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0
               && at == text.LastIndexOf('@')
               && text.IndexOf('.', at) > at + 1
               && !text.EndsWith('.')
               && !text.Any(char.IsWhiteSpace);
    }

    // .NET reads more than these: blanks in the middle, names of zones, a time without seconds.
    [GeneratedRegex(@"\A\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?\z", RegexOptions.ECMAScript)]
    private static partial Regex Instant();
}

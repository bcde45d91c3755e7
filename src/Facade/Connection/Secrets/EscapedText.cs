using System.Globalization;

namespace Valentina.Connection.Secrets;

/// <summary>
/// Reads characters whatever way they are written: plainly, percent-encoded, as escapes of JSON or as references of HTML. The first two are
/// followed several times over, each within itself; one kind within another is not.
/// </summary>
internal static class EscapedText
{
    /// <summary>Escapes of escapes of escapes are followed so deep; deeper ones nobody resolves either.</summary>
    private const int Deepest = 8;

    /// <summary>The references that whoever writes HTML uses for its own characters.</summary>
    private static readonly (string Name, char Character)[] Named =
        [("amp;", '&'), ("lt;", '<'), ("gt;", '>'), ("quot;", '"'), ("apos;", '\'')];

    /// <summary>Where the text goes on after an expected character; -1 when another one stands there.</summary>
    public static int Take(string text, int at, char expected, SecretPattern pattern, out bool isCutOff)
    {
        isCutOff = false;
        var here = text[at];
        if (IsEscape(here))
        {
            var next = Decode(text, at, isNested: true, out var decoded);
            if (next > 0 && pattern.AreSame(decoded, expected))
            {
                return next;
            }

            next = Decode(text, at, isNested: false, out decoded);
            if (next > 0 && pattern.AreSame(decoded, expected))
            {
                return next;
            }

            // The longest escape is &#x0073; after a number of backslashes.
            isCutOff = text.Length - at < Deepest;
        }

        return pattern.AreSame(here, expected) ? at + 1 : -1;
    }

    /// <summary>Whether a character begins an escape.</summary>
    public static bool IsEscape(char character) => character is '%' or '\\' or '&';

    /// <summary>Decodes the escape at a place.</summary>
    /// <returns>Where it ends; -1 when none stands there.</returns>
    public static int Decode(string text, int at, bool isNested, out char decoded) => text[at] switch
    {
        '%' => Percent(text, at + 1, isNested, out decoded),
        '\\' => Backslash(text, at + 1, out decoded),
        _ => Reference(text, at + 1, out decoded),
    };

    public static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character == '_';

    /// <summary>
    /// Whether a word goes on up to a place. The end of an escape is no part of a word, unless the escape stands for one.
    /// </summary>
    public static bool EndsWord(string text, int at)
    {
        // %20, \u0020, \x20 and \n, then %2520 and deeper.
        foreach (var length in (ReadOnlySpan<int>)[3, 6, 4, 2, 5, 7, 9])
        {
            var start = at - length;
            if (start >= 0
                && text[start] is '%' or '\\'
                && (Decode(text, start, isNested: false, out var decoded) == at || Decode(text, start, isNested: true, out decoded) == at))
            {
                return StandsForCode(text[start], text[start + 1]) && IsOfWord(decoded);
            }
        }

        return at > 0 && IsOfWord(text[at - 1]);
    }

    /// <summary>Whether an escape gives the code of a character; any other, such as a line's end, is no part of a word.</summary>
    private static bool StandsForCode(char first, char second) => first == '%' || second is 'u' or 'U' or 'x';

    private static int Percent(string text, int at, bool isNested, out char decoded)
    {
        decoded = default;
        var end = -1;
        for (var depth = 0; depth <= Deepest; depth++)
        {
            var next = at;
            var code = (Digit(text, ref next, isNested) * 16) + Digit(text, ref next, isNested);
            if (code < 0)
            {
                break;
            }

            at = end = next;
            decoded = (char)code;
            if (!isNested || code != '%')
            {
                break;
            }
        }

        return end;
    }

    /// <summary>The value of a digit that may be percent-encoded itself; far below zero when there is none.</summary>
    private static int Digit(string text, ref int at, bool isNested)
    {
        const int None = -1000;
        if (at >= text.Length)
        {
            return None;
        }

        var digit = text[at];
        if (isNested && digit == '%' && Hex(text, at + 1, 2) is var code and >= 0)
        {
            digit = (char)code;
            at += 2;
        }

        at++;
        return !char.IsAsciiHexDigit(digit) ? None : digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
    }

    private static int Backslash(string text, int at, out char decoded)
    {
        for (var depth = 0; depth < Deepest && at < text.Length && text[at] == '\\'; depth++)
        {
            at++;
        }

        decoded = at < text.Length ? text[at] : default;
        var digits = decoded switch { 'u' or 'U' => 4, 'x' => 2, _ => 0 };
        if (digits > 0 && Hex(text, at + 1, digits) is var code and >= 0)
        {
            decoded = (char)code;
            return at + 1 + digits;
        }

        return at < text.Length ? at + 1 : -1;
    }

    private static int Reference(string text, int at, out char decoded)
    {
        decoded = default;
        foreach (var (name, character) in Named)
        {
            if (string.CompareOrdinal(text, at, name, 0, name.Length) == 0)
            {
                decoded = character;
                return at + name.Length;
            }
        }

        if (at >= text.Length || text[at] != '#')
        {
            return -1;
        }

        var end = text.IndexOf(';', at, Math.Min(text.Length - at, 10));
        if (end < 0)
        {
            return -1;
        }

        var digits = text.AsSpan(at + 1, end - at - 1);
        var isHex = digits.Length > 0 && digits[0] is 'x' or 'X';
        var isNumber = int.TryParse(
            isHex ? digits[1..] : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture,
            out var code);
        decoded = (char)code;
        return isNumber && code is >= 0 and <= char.MaxValue ? end + 1 : -1;
    }

    private static int Hex(string text, int at, int digits)
        => at + digits <= text.Length && int.TryParse(
            text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : -1;
}

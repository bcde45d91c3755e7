using System.Globalization;

namespace Valentina.Connection.Secrets;

/// <summary>
/// Reads characters whatever way they are written: plainly, percent-encoded, as escapes of JSON or as references of HTML, and each of these
/// within any other.
/// </summary>
internal static class EscapedText
{
    /// <summary>So many layers of escapes are followed; deeper ones nobody resolves either.</summary>
    private const int Deepest = 5;

    /// <summary>The longest name between <c>&amp;</c> and <c>;</c>, such as <c>#x00000073</c>.</summary>
    private const int LongestName = 10;

    /// <summary>An escape that ends before a word begins so many characters earlier at most, such as <c>%25252520</c>.</summary>
    private const int LongestBefore = 9;

    /// <summary>What stands for nothing.</summary>
    private const int None = -1;

    /// <summary>Where the text goes on after an expected character; -1 when another one stands there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to look.</param>
    /// <param name="expected">The character.</param>
    /// <param name="pattern">Says which characters count as the same.</param>
    /// <param name="isCutOff">Whether the text ends within an escape.</param>
    public static int Take(string text, int at, char expected, SecretPattern pattern, out bool isCutOff)
    {
        var place = new Place(text, at);
        var next = -1;
        do
        {
            // The deepest layer counts: %2525 stands for one % in the end.
            next = pattern.AreSame(place.Character, expected) ? place.End : next;
        }
        while (place.Resolve());

        isCutOff = place.IsCutOff;
        return next;
    }

    /// <summary>Whether a word goes on up to a place; an escape counts as what it stands for.</summary>
    public static bool EndsWord(string text, int at)
    {
        for (var start = Math.Max(0, at - LongestBefore); start < at - 1; start++)
        {
            var place = new Place(text, start);
            while (place.Resolve())
            {
                if (place.End == at)
                {
                    return IsOfWord(place.Character);
                }
            }
        }

        return at > 0 && IsOfWord(text[at - 1]);
    }

    /// <summary>Whether a word goes on from a place.</summary>
    public static bool GoesOn(string text, int at)
    {
        if (at >= text.Length)
        {
            return false;
        }

        var place = new Place(text, at);
        while (place.Resolve())
        {
        }

        return IsOfWord(place.Character);
    }

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static bool IsEscape(int character) => character is '%' or '\\' or '&';

    /// <summary>Reads a character as it stands once so many layers of escapes are resolved, and moves behind it.</summary>
    private static int Read(string text, ref int at, int depth, ref bool isCutOff)
    {
        if (at >= text.Length)
        {
            isCutOff = true;
            return None;
        }

        if (depth == 0)
        {
            return text[at++];
        }

        var character = Read(text, ref at, depth - 1, ref isCutOff);
        var end = at;
        var meant = character switch
        {
            '%' => Code(text, ref end, depth - 1, 2, ref isCutOff),
            '\\' => Backslash(text, ref end, depth - 1, ref isCutOff),
            '&' => Reference(text, ref end, depth - 1, ref isCutOff),
            _ => None,
        };
        if (meant == None)
        {
            return character;
        }

        at = end;
        return meant;
    }

    private static int Backslash(string text, ref int at, int depth, ref bool isCutOff)
    {
        var kind = Read(text, ref at, depth, ref isCutOff);
        var digits = kind switch { 'u' or 'U' => 4, 'x' => 2, _ => 0 };
        var end = at;
        if (digits > 0 && Code(text, ref end, depth, digits, ref isCutOff) is var code and not None)
        {
            at = end;
            return code;
        }

        return kind switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => kind };
    }

    private static int Reference(string text, ref int at, int depth, ref bool isCutOff)
    {
        Span<char> name = stackalloc char[LongestName];
        for (var length = 0; ; length++)
        {
            var next = Read(text, ref at, depth, ref isCutOff);
            if (next == ';')
            {
                return Named(name[..length]);
            }

            if (next == None || length == LongestName || !(char.IsAsciiLetterOrDigit((char)next) || next == '#'))
            {
                return None;
            }

            name[length] = (char)next;
        }
    }

    /// <summary>What a reference stands for: a number, or the name of one of HTML's own characters.</summary>
    private static int Named(ReadOnlySpan<char> name)
    {
        if (name is not ['#', .. var number])
        {
            return name switch { "amp" => '&', "lt" => '<', "gt" => '>', "quot" => '"', "apos" => '\'', _ => None };
        }

        var isHex = number is ['x' or 'X', ..];
        var isNumber = int.TryParse(
            isHex ? number[1..] : number, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture,
            out var code);
        return isNumber && code is >= 0 and <= char.MaxValue ? code : None;
    }

    /// <summary>Reads so many hexadecimal digits.</summary>
    private static int Code(string text, ref int at, int depth, int digits, ref bool isCutOff)
    {
        var code = 0;
        for (var count = 0; count < digits; count++)
        {
            var digit = Read(text, ref at, depth, ref isCutOff);
            if (digit == None || !char.IsAsciiHexDigit((char)digit))
            {
                return None;
            }

            code = (code * 16) + Uri.FromHex((char)digit);
        }

        return code;
    }

    /// <summary>What a place of a text stands for: the character itself at first, then what one more layer resolved leaves.</summary>
    internal struct Place(string text, int at)
    {
        private int _depth;
        private int _end = at + 1;
        private bool _isCutOff;

        public char Character { get; private set; } = text[at];

        /// <summary>Where the text goes on after it.</summary>
        public readonly int End => _end;

        /// <summary>Whether the text ends within an escape.</summary>
        public readonly bool IsCutOff => _isCutOff;

        /// <summary>Goes one layer deeper.</summary>
        /// <returns>Whether there was one.</returns>
        public bool Resolve()
        {
            if (!IsEscape(Character) || _depth == Deepest)
            {
                return false;
            }

            _end = at;
            Character = (char)Read(text, ref _end, ++_depth, ref _isCutOff);
            return true;
        }
    }
}

namespace Valentina.Connection.Secrets;

/// <summary>One way in which a key can stand in a text.</summary>
internal sealed class SecretPattern
{
    /// <summary>A shorter key may be an ordinary word, or part of one.</summary>
    public const int LongEnough = 8;

    /// <summary>How much of a key counts as such where the text was cut off.</summary>
    private const int LeastPart = 4;

    private readonly string _text;
    private readonly bool _isBase64;
    private readonly bool _isWord;

    /// <summary>Whether the characters of base64 beside it hold bits of the key, too.</summary>
    private readonly bool _reachesBack;
    private readonly bool _reachesOn;

    private SecretPattern(string text, bool isBase64 = false, bool isWord = false, bool reachesBack = false, bool reachesOn = false)
    {
        _text = text;
        _isBase64 = isBase64;
        _isWord = isWord;
        _reachesBack = reachesBack;
        _reachesOn = reachesOn;
    }

    /// <summary>All ways of one key: as it is, and within base64 at each of the three places where its first byte can stand.</summary>
    public static IEnumerable<SecretPattern> Of(string secret)
    {
        if (secret.Length < LongEnough)
        {
            yield return new SecretPattern(secret, isWord: true);
            yield break;
        }

        yield return new SecretPattern(secret);
        for (var before = 0; before < 3; before++)
        {
            var bytes = new byte[before + secret.Length];
            for (var index = 0; index < secret.Length; index++)
            {
                bytes[before + index] = (byte)secret[index];
            }

            // Only the characters that nothing but the key decides about.
            var start = ((before * 8) + 5) / 6;
            var end = bytes.Length * 8 / 6;
            yield return new SecretPattern(
                Convert.ToBase64String(bytes)[start..end], isBase64: true, reachesBack: before > 0, reachesOn: bytes.Length % 3 != 0);
        }
    }

    /// <summary>The characters it can begin with.</summary>
    public IEnumerable<char> FirstCharacters() => _isBase64
        ? _text[0] switch { '+' => ['+', '-'], '/' => ['/', '_'], var other => [other] }
        : _isWord ? [_text[0]] : [char.ToLowerInvariant(_text[0]), char.ToUpperInvariant(_text[0])];

    /// <summary>Looks for it at a place of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to look; moved back where characters before belong to it.</param>
    /// <param name="isCut">Whether the text was cut off, so that the beginning of a key at its end counts.</param>
    /// <returns>Where it ends; -1 when it is not there.</returns>
    public int Match(string text, ref int start, bool isCut)
    {
        // A key may hold what looks like an escape, and stand there as it is.
        var index = text.AsSpan(start).StartsWith(_text, StringComparison.Ordinal) ? _text.Length : 0;
        var at = start + index;
        for (; index < _text.Length; index++)
        {
            if (at >= text.Length)
            {
                return IsMostOfIt(index) || (isCut && !_isWord && index >= LeastPart) ? at : -1;
            }

            var next = EscapedText.Take(text, at, _text[index], this, out var cutOff);
            if (next < 0)
            {
                if (isCut && cutOff && !_isWord && index >= LeastPart)
                {
                    return text.Length;
                }

                // Whoever parses an answer quotes it up to the first character that is not allowed.
                return IsMostOfIt(index) ? at : -1;
            }

            at = next;
        }

        if (_isWord)
        {
            return EscapedText.EndsWord(text, start) || EscapedText.GoesOn(text, at) ? -1 : at;
        }

        if (_reachesBack && start > 0 && IsOfBase64(text[start - 1]))
        {
            start--;
        }

        return _reachesOn && at < text.Length && IsOfBase64(text[at]) ? at + 1 : at;
    }

    /// <summary>
    /// Whether a character stands for one of the pattern. Hosts are written in lower case, so that the case of a long key does not matter.
    /// </summary>
    public bool AreSame(char found, char expected) => found == expected || (_isBase64
        ? (expected == '+' && found == '-') || (expected == '/' && found == '_')
        : !_isWord && char.IsAsciiLetter(expected) && (found | 0x20) == (expected | 0x20));

    /// <summary>Whether so many characters of it give the key away.</summary>
    private bool IsMostOfIt(int count) => !_isWord && count >= LongEnough && count * 3 >= _text.Length * 2;

    private static bool IsOfBase64(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '-' or '_';
}

using System.Globalization;

namespace Valentina.SpecTool.Overlay;

/// <summary>Turns the text of a path into its steps; filters are read by <see cref="JsonPathFilter"/>.</summary>
internal sealed class JsonPathParser(string text)
{
    private int _at;

    public static IReadOnlyList<JsonPath.Segment> ParseAbsolute(string text)
    {
        var parser = new JsonPathParser(text);
        parser.Expect('$');
        var segments = parser.Segments();
        return parser._at == text.Length ? segments : throw parser.Error("end of the path");
    }

    public IReadOnlyList<JsonPath.Segment> Segments()
    {
        var segments = new List<JsonPath.Segment>();
        while (_at < text.Length)
        {
            if (Take(".."))
            {
                segments.Add(new([.. Peek('[') ? Bracket() : [DotSelector()]], Deep: true));
            }
            else if (Take("."))
            {
                segments.Add(new([DotSelector()], Deep: false));
            }
            else if (Peek('['))
            {
                segments.Add(new([.. Bracket()], Deep: false));
            }
            else
            {
                break;
            }
        }

        return segments;
    }

    public bool Take(string token)
    {
        SkipBlanks();
        if (string.CompareOrdinal(text, _at, token, 0, token.Length) != 0)
        {
            return false;
        }

        _at += token.Length;
        return true;
    }

    public void Expect(char token)
    {
        if (!Take(token.ToString()))
        {
            throw Error($"'{token}'");
        }
    }

    public bool Peek(char token)
    {
        SkipBlanks();
        return _at < text.Length && text[_at] == token;
    }

    public string Quoted()
    {
        SkipBlanks();
        var quote = _at < text.Length ? text[_at] : '\0';
        var end = quote is '\'' or '"' ? text.IndexOf(quote, _at + 1) : -1;
        if (end < 0)
        {
            throw Error("a quoted text");
        }

        var content = text[(_at + 1)..end];
        if (content.Contains('\\', StringComparison.Ordinal))
        {
            throw Error("a quoted text without escapes");
        }

        _at = end + 1;
        return content;
    }

    public string? Number()
    {
        SkipBlanks();
        var start = _at;
        if (_at < text.Length && text[_at] == '-')
        {
            _at++;
        }

        while (_at < text.Length && (char.IsAsciiDigit(text[_at]) || text[_at] == '.'))
        {
            _at++;
        }

        return _at == start ? null : text[start.._at];
    }

    public string Word()
    {
        SkipBlanks();
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] is '_' or '-'))
        {
            _at++;
        }

        return _at == start ? throw Error("a name") : text[start.._at];
    }

    public FormatException Error(string expected)
        => new($"The path '{text}' cannot be read: {expected} is expected at character {_at + 1}.");

    private Func<JsonPathMatch, IEnumerable<JsonPathMatch>> DotSelector()
    {
        if (Take("*"))
        {
            return match => match.Children();
        }

        var name = Word();
        return match => match.Child(name);
    }

    private List<Func<JsonPathMatch, IEnumerable<JsonPathMatch>>> Bracket()
    {
        Expect('[');
        var selectors = new List<Func<JsonPathMatch, IEnumerable<JsonPathMatch>>>();
        do
        {
            selectors.Add(BracketSelector());
        }
        while (Take(","));
        Expect(']');
        return selectors;
    }

    private Func<JsonPathMatch, IEnumerable<JsonPathMatch>> BracketSelector()
    {
        if (Take("*"))
        {
            return match => match.Children();
        }

        if (Take("?"))
        {
            var condition = new JsonPathFilter(this).Condition();
            return match => match.Children().Where(child => condition(child));
        }

        if (Peek('\'') || Peek('"'))
        {
            var name = Quoted();
            return match => match.Child(name);
        }

        return int.TryParse(Number(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index)
            ? match => match.Child(index)
            : throw Error("a name in quotes, an index, '*' or '?'");
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }
}

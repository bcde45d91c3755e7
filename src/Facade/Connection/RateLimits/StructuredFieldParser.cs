using System.Globalization;
using System.Text;

namespace Valentina.Connection.RateLimits;

/// <summary>
/// Reads a list of structured fields (RFC 9651): items with parameters, such as <c>"burst";q=5;w=10, "hourly";r=0;t=2.5</c>.
/// It forgives what servers in the field get wrong (blanks, upper-case parameter names) and leaves out a member that
/// cannot be read instead of all of them.
/// </summary>
internal ref struct StructuredFieldParser
{
    private readonly ReadOnlySpan<char> _text;
    private int _position;

    private StructuredFieldParser(ReadOnlySpan<char> text) => _text = text;

    private readonly bool AtEnd => _position >= _text.Length;

    private readonly char Current => _text[_position];

    public static List<StructuredItem> ParseList(ReadOnlySpan<char> text)
    {
        var items = new List<StructuredItem>();
        var parser = new StructuredFieldParser(text);
        while (true)
        {
            parser.SkipBlanks();
            if (parser.AtEnd)
            {
                return items;
            }

            var start = parser._position;
            if (parser.TryReadMember(out var item) && parser.TryEndMember())
            {
                items.Add(item);
            }
            else
            {
                parser._position = start;
                parser.SkipMember();
            }
        }
    }

    private bool TryReadMember(out StructuredItem item)
    {
        item = default;
        if (!TryReadBareItem(out var value))
        {
            return false;
        }

        var parameters = new Dictionary<string, StructuredValue>(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            SkipBlanks();
            if (AtEnd || Current != ';')
            {
                item = new StructuredItem(value, parameters);
                return true;
            }

            _position++;
            SkipBlanks();
            if (!TryReadKey(out var key))
            {
                return false;
            }

            var parameter = StructuredValue.True;
            SkipBlanks();
            if (!AtEnd && Current == '=')
            {
                _position++;
                SkipBlanks();
                if (!TryReadBareItem(out parameter))
                {
                    return false;
                }
            }

            parameters[key] = parameter;
        }
    }

    private bool TryEndMember()
    {
        SkipBlanks();
        if (AtEnd)
        {
            return true;
        }

        if (Current != ',')
        {
            return false;
        }

        _position++;
        return true;
    }

    /// <summary>
    /// Goes behind the next comma that is not inside quotes. Within those of a display string, <c>%"…"</c>, a backslash is one.
    /// </summary>
    private void SkipMember()
    {
        var (quoted, escapes) = (false, false);
        while (!AtEnd)
        {
            var character = _text[_position++];
            if (quoted && escapes && character == '\\')
            {
                _position++;
            }
            else if (character == '"')
            {
                quoted = !quoted;
                escapes = _position < 2 || _text[_position - 2] != '%';
            }
            else if (character == ',' && !quoted)
            {
                return;
            }
        }
    }

    private bool TryReadBareItem(out StructuredValue value)
    {
        value = default;
        if (AtEnd)
        {
            return false;
        }

        return Current switch
        {
            '"' => TryReadString(out value),
            '-' or (>= '0' and <= '9') => TryReadNumber(out value),
            '?' => TryReadBoolean(out value),
            ':' => TryReadBytes(out value),
            '@' => TryReadDate(out value),
            '%' => TryReadDisplayString(out value),
            '*' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => TryReadToken(out value),
            _ => false,
        };
    }

    private bool TryReadString(out StructuredValue value)
    {
        value = default;
        var text = new StringBuilder();
        for (_position++; !AtEnd; _position++)
        {
            switch (Current)
            {
                case '"':
                    _position++;
                    value = new StructuredValue(text.ToString(), null);
                    return true;
                case '\\':
                    _position++;
                    if (AtEnd || Current is not ('"' or '\\'))
                    {
                        return false;
                    }

                    text.Append(Current);
                    break;
                case < ' ' or > '~':
                    return false;
                default:
                    text.Append(Current);
                    break;
            }
        }

        return false;
    }

    private bool TryReadNumber(out StructuredValue value)
    {
        var start = _position;
        if (Current == '-')
        {
            _position++;
        }

        while (!AtEnd && (char.IsAsciiDigit(Current) || Current == '.'))
        {
            _position++;
        }

        var text = _text[start.._position];
        var read = decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        value = new StructuredValue(text.ToString(), read ? number : null);
        return read;
    }

    private bool TryReadBoolean(out StructuredValue value)
    {
        value = StructuredValue.True;
        if (_position + 1 >= _text.Length || _text[_position + 1] is not ('0' or '1'))
        {
            return false;
        }

        value = new StructuredValue(_text.Slice(_position, 2).ToString(), null);
        _position += 2;
        return true;
    }

    private bool TryReadBytes(out StructuredValue value)
    {
        value = default;
        var length = _text[(_position + 1)..].IndexOf(':');
        if (length < 0)
        {
            return false;
        }

        value = new StructuredValue(_text.Slice(_position + 1, length).ToString(), null);
        _position += length + 2;
        return true;
    }

    /// <summary>A moment is no number of anything.</summary>
    private bool TryReadDate(out StructuredValue value)
    {
        value = default;
        _position++;
        if (AtEnd || !(Current == '-' || char.IsAsciiDigit(Current)) || !TryReadNumber(out value))
        {
            return false;
        }

        value = value with { Number = null };
        return true;
    }

    private bool TryReadDisplayString(out StructuredValue value)
    {
        value = default;
        if (_position + 1 >= _text.Length || _text[_position + 1] != '"')
        {
            return false;
        }

        var start = _position + 2;
        var length = _text[start..].IndexOf('"');
        if (length < 0)
        {
            return false;
        }

        value = new StructuredValue(Uri.UnescapeDataString(_text.Slice(start, length).ToString()), null);
        _position = start + length + 1;
        return true;
    }

    private bool TryReadToken(out StructuredValue value)
    {
        var start = _position;
        while (!AtEnd && (char.IsAsciiLetterOrDigit(Current) || "!#$%&'*+-.^_`|~:/".Contains(Current, StringComparison.Ordinal)))
        {
            _position++;
        }

        value = new StructuredValue(_text[start.._position].ToString(), null);
        return true;
    }

    private bool TryReadKey(out string key)
    {
        var start = _position;
        while (!AtEnd && (char.IsAsciiLetterOrDigit(Current) || Current is '_' or '-' or '.' or '*'))
        {
            _position++;
        }

        key = _text[start.._position].ToString();
        return key.Length > 0;
    }

    private void SkipBlanks()
    {
        while (!AtEnd && Current is (' ' or '\t'))
        {
            _position++;
        }
    }
}

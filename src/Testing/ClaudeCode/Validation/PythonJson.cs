using System.Text.Json;

namespace Valentina.Testing.ClaudeCode.Validation;

/// <summary>
/// Finds why a text is no JSON, and where, in the words of the service's language. It takes what that language takes: <c>NaN</c> and
/// <c>Infinity</c> too.
/// </summary>
internal sealed class PythonJson
{
    /// <summary>Deeper nesting is no fault of the text there: the reader itself gives up.</summary>
    private const int DeepestNesting = 900;

    private static readonly string[] Constants = ["null", "true", "false", "NaN", "Infinity", "-Infinity"];

    private readonly string _text;
    private int _at;

    private PythonJson(string text) => _text = text;

    /// <summary>What is wrong with a text; null when the service would read it, or would give up for another reason.</summary>
    public static (string Message, int Position)? Fault(string text)
    {
        var reader = new PythonJson(text);
        try
        {
            reader.SkipBlanks();
            reader.Value(0);
            reader.SkipBlanks();
            return reader._at < text.Length ? reader.At("Extra data", reader._at) : null;
        }
        catch (JsonException ex) when (ex.BytePositionInLine is { } position)
        {
            return reader.At(ex.Message, (int)position);
        }
        catch (InsufficientExecutionStackException)
        {
            return null;
        }
    }

    private static JsonException Broken(string message, int position) => new(message, null, null, position);

    /// <summary>Positions count whole characters.</summary>
    private (string Message, int Position) At(string message, int position)
    {
        var characters = position;
        for (var index = 0; index < Math.Min(position, _text.Length); index++)
        {
            characters -= char.IsLowSurrogate(_text[index]) ? 1 : 0;
        }

        return (message, characters);
    }

    private bool IsAt(char unit) => _at < _text.Length && _text[_at] == unit;

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\n' or '\r')
        {
            _at++;
        }
    }

    private void Value(int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new InsufficientExecutionStackException();
        }

        var start = _at;
        switch (start < _text.Length ? _text[start] : '\0')
        {
            case '{':
                Object(depth);
                break;
            case '[':
                List(depth);
                break;
            case '"':
                Text();
                break;
            default:
                if (Constants.FirstOrDefault(word => _text.AsSpan(start).StartsWith(word, StringComparison.Ordinal)) is { } constant)
                {
                    _at += constant.Length;
                }
                else
                {
                    Number();
                }

                break;
        }
    }

    private void Object(int depth)
    {
        _at++;
        SkipBlanks();
        if (IsAt('}'))
        {
            _at++;
            return;
        }

        while (true)
        {
            if (!IsAt('"'))
            {
                throw Broken("Expecting property name enclosed in double quotes", _at);
            }

            Text();
            SkipBlanks();
            if (!IsAt(':'))
            {
                throw Broken("Expecting ':' delimiter", _at);
            }

            if (!Next(depth, '}'))
            {
                return;
            }
        }
    }

    private void List(int depth)
    {
        _at++;
        SkipBlanks();
        if (IsAt(']'))
        {
            _at++;
            return;
        }

        _at--;
        while (Next(depth, ']'))
        {
            _at--;
        }
    }

    /// <summary>Reads the value after the present character; false when the end of the object or list follows, true for another.</summary>
    private bool Next(int depth, char end)
    {
        _at++;
        SkipBlanks();
        Value(depth + 1);
        SkipBlanks();
        if (IsAt(end))
        {
            _at++;
            return false;
        }

        if (!IsAt(','))
        {
            throw Broken("Expecting ',' delimiter", _at);
        }

        _at++;
        SkipBlanks();
        return true;
    }

    private void Text()
    {
        var start = _at++;
        while (true)
        {
            if (_at >= _text.Length)
            {
                throw Broken("Unterminated string starting at", start);
            }

            var unit = _text[_at];
            if (unit == '"')
            {
                _at++;
                return;
            }

            if (unit < ' ')
            {
                throw Broken("Invalid control character at", _at);
            }

            _at++;
            if (unit == '\\')
            {
                Escape(start);
            }
        }
    }

    private void Escape(int start)
    {
        if (_at >= _text.Length)
        {
            throw Broken("Unterminated string starting at", start);
        }

        if (_text[_at] != 'u')
        {
            if (!"\"\\/bfnrt".Contains(_text[_at], StringComparison.Ordinal))
            {
                throw Broken("Invalid \\escape", _at - 1);
            }

            _at++;
            return;
        }

        if (_at + 5 >= _text.Length || !_text.AsSpan(_at + 1, 4).ToArray().All(char.IsAsciiHexDigit))
        {
            throw Broken("Invalid \\uXXXX escape", _at);
        }

        _at += 5;
    }

    private void Number()
    {
        var start = _at;
        _at += IsAt('-') ? 1 : 0;
        if (IsAt('0'))
        {
            _at++;
        }
        else if (!Digits())
        {
            _at = start;
            throw Broken("Expecting value", start);
        }

        var whole = _at;
        if (IsAt('.'))
        {
            _at++;
            if (!Digits())
            {
                _at = whole;
                return;
            }

            whole = _at;
        }

        if (IsAt('e') || IsAt('E'))
        {
            _at++;
            _at += IsAt('+') || IsAt('-') ? 1 : 0;
            if (!Digits())
            {
                _at = whole;
            }
        }
    }

    private bool Digits()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }

        return _at > start;
    }
}

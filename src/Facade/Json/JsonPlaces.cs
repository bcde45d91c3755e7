using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Valentina.Json;

/// <summary>
/// Goes over JSON once more to say where in it something stands: too slow for reading, and asked for only after a failure.
/// </summary>
internal static class JsonPlaces
{
    /// <summary>What a program sends may be deeper than what it takes.</summary>
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = int.MaxValue };

    /// <summary>The path of the value that begins at a byte, such as <c>items[0].name</c>; empty for the whole.</summary>
    /// <param name="start">A reader on the first token of the whole.</param>
    /// <param name="position">The byte.</param>
    public static string At(Utf8JsonReader start, long position)
    {
        var walk = new Walk(start);
        while (walk.Reader.TokenStartIndex < position && walk.Read())
        {
        }

        return walk.Path();
    }

    /// <summary>The paths of all texts and names that hold U+0000, each once.</summary>
    public static List<string> OfNul(ReadOnlySpan<byte> json)
    {
        var paths = new List<string>();
        var start = new Utf8JsonReader(json, Deep);
        start.Read();
        var walk = new Walk(start);
        do
        {
            if (walk.Reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName)
                || !JsonTokens.Text(ref walk.Reader).Contains('\0', StringComparison.Ordinal))
            {
                continue;
            }

            var path = walk.Path().Replace("\0", "\\u0000", StringComparison.Ordinal);
            if (!paths.Contains(path, StringComparer.Ordinal))
            {
                paths.Add(path);
            }
        }
        while (walk.Read());

        return paths;
    }

    /// <summary>A reader that knows where it is.</summary>
    private ref struct Walk
    {
        public Utf8JsonReader Reader;

        /// <summary>For each open object the name read last, for each open list the index of its item.</summary>
        private readonly List<(string? Name, int Index)> _steps = [];

        public Walk(Utf8JsonReader start)
        {
            Reader = start;
            Enter();
        }

        public bool Read()
        {
            if (!Reader.Read())
            {
                return false;
            }

            switch (Reader.TokenType)
            {
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    _steps.RemoveAt(_steps.Count - 1);
                    break;
                case JsonTokenType.PropertyName:
                    _steps[^1] = (JsonTokens.Text(ref Reader), -1);
                    break;
                default:
                    Enter();
                    break;
            }

            return true;
        }

        public readonly string Path()
        {
            var path = new StringBuilder();
            var depth = Reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray ? _steps.Count - 1 : _steps.Count;
            foreach (var (name, index) in _steps.Take(depth))
            {
                if (name is null)
                {
                    path.Append(CultureInfo.InvariantCulture, $"[{index}]");
                }
                else if (name.Length > 0 && name.All(static unit => char.IsLetterOrDigit(unit) || unit is '_' or '-' or '$'))
                {
                    path.Append(path.Length > 0 ? "." : "").Append(name);
                }
                else
                {
                    path.Append("['").Append(name).Append("']");
                }
            }

            return path.ToString();
        }

        /// <summary>A value: the next item, if it stands in a list; a step further in, if it is an object or a list.</summary>
        private readonly void Enter()
        {
            if (_steps.Count > 0 && _steps[^1] is { Name: null, Index: var index })
            {
                _steps[^1] = (null, index + 1);
            }

            if (Reader.TokenType == JsonTokenType.StartArray)
            {
                _steps.Add((null, -1));
            }
            else if (Reader.TokenType == JsonTokenType.StartObject)
            {
                _steps.Add(("", -1));
            }
        }
    }
}

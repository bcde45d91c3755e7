using System.Text;

namespace BulkImporter.Input;

/// <summary>Reads comma-separated values as RFC 4180 has them: commas and line breaks within quotes, and quotes written twice.</summary>
internal static class CsvText
{
    /// <summary>The records with the lines they begin on; empty lines are left out.</summary>
    /// <exception cref="FormatException">A quote is never closed.</exception>
    public static IEnumerable<(int Line, List<string> Fields)> Read(string text)
    {
        var (line, begun) = (1, 1);
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at <= text.Length; at++)
        {
            var next = at < text.Length ? text[at] : '\n';
            if (isQuoted && at < text.Length)
            {
                if (next != '"')
                {
                    field.Append(next);
                    line += next == '\n' ? 1 : 0;
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    field.Append('"');
                    at++;
                }
                else
                {
                    isQuoted = false;
                }

                continue;
            }

            switch (next)
            {
                case '"' when field.Length == 0:
                    isQuoted = true;
                    break;
                case ',' or '\n':
                    fields.Add(field.ToString().Trim());
                    field.Clear();
                    break;
                case '\r':
                    break;
                default:
                    field.Append(next);
                    break;
            }

            if (next == '\n')
            {
                if (isQuoted)
                {
                    throw new FormatException($"The quote of line {begun} is never closed.");
                }

                if (fields.Exists(one => one.Length > 0))
                {
                    yield return (begun, fields);
                }

                fields = [];
                begun = ++line;
            }
        }
    }
}

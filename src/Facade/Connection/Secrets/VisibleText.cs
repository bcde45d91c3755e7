using System.Buffers;
using System.Globalization;
using System.Text;

namespace Valentina.Connection.Secrets;

/// <summary>
/// Text as one line that hides nothing: what moves the cursor, starts a line, colours a terminal or turns the direction of writing is
/// written as an escape, so that no server can forge a line of a log.
/// </summary>
internal static class VisibleText
{
    private static readonly SearchValues<char> Unsafe = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code),
        '\u061C', '\u200B', '\u200E', '\u200F', '\u2028', '\u2029', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067',
        '\u2068', '\u2069', '\uFEFF'
    ]);

    public static bool IsSafe(string text) => text.AsSpan().IndexOfAny(Unsafe) < 0;

    /// <summary>The text itself where it is safe already.</summary>
    public static string Of(string text)
        => IsSafe(text) ? text : Append(new StringBuilder(text.Length + 16), text).ToString();

    public static StringBuilder Append(StringBuilder target, ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAny(Unsafe); next >= 0; next = text.IndexOfAny(Unsafe))
        {
            target.Append(text[..next]);
            _ = text[next] switch
            {
                '\r' => target.Append("\\r"),
                '\n' => target.Append("\\n"),
                '\t' => target.Append("\\t"),
                var other => target.Append(CultureInfo.InvariantCulture, $"\\u{(int)other:X4}"),
            };
            text = text[(next + 1)..];
        }

        return target.Append(text);
    }
}

using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace CharacterSheet;

/// <summary>
/// A piece of HTML. It is written as an interpolated text, <c>Html row = $"&lt;td&gt;{name}&lt;/td&gt;"</c>, whose values are escaped
/// unless they are HTML themselves, so that nobody can forget to: players choose names, and some of them choose <c>&lt;script&gt;</c>.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Html
{
    private readonly StringBuilder _text;

    /// <summary>Called by the compiler.</summary>
    public Html(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>Nothing.</summary>
    public static Html None { get; } = new(0, 0);

    /// <summary>Called by the compiler with what stands in the source, which is taken as it is.</summary>
    public void AppendLiteral(string text) => _text.Append(text);

    /// <summary>Called by the compiler with a value: HTML, or several pieces of it, stay what they are; anything else is text.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        switch (value)
        {
            case Html html:
                _text.Append(html._text);
                break;
            case IEnumerable<Html> pieces:
                foreach (var piece in pieces)
                {
                    _text.Append(piece._text);
                }

                break;
            default:
                _text.Append(WebUtility.HtmlEncode(
                    value is IFormattable number ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString()));
                break;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}

using System.Globalization;
using System.Text;

namespace Valentina.SpecTool.View;

/// <summary>Texts as C# string literals.</summary>
internal static class CSharpText
{
    /// <summary>A literal nothing can break out of: whatever is not a plain character is written as an escape.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (c is >= ' ' and <= '~')
            {
                literal.Append(c);
            }
            else
            {
                literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return literal.Append('"').ToString();
    }
}

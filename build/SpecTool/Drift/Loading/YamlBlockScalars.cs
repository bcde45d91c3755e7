using System.Text.RegularExpressions;

namespace Valentina.SpecTool.Drift.Loading;

/// <summary>
/// Works around a fault of YamlDotNet, which refuses a block scalar that holds nothing but lines of blanks: <c>|+</c>, then a line with
/// spaces, then the next key. YAML 1.2 allows it (8.1.1.1: the indentation is that of the longest such line). Emptying those lines changes
/// nothing of the value.
/// </summary>
internal static partial class YamlBlockScalars
{
    /// <summary>The text with the lines of such scalars emptied; the same text when there is none.</summary>
    public static string Normalise(string text)
    {
        var lines = text.Split('\n');
        var changed = false;
        for (var index = 0; index < lines.Length; index++)
        {
            if (Header().Match(lines[index]) is { Success: true } header)
            {
                changed |= EmptyBlanks(lines, index + 1, header.Groups["before"].Length);
            }
        }

        return changed ? string.Join('\n', lines) : text;
    }

    /// <summary>
    /// Empties the blank lines after a header if no content follows them: the next line does not stand deeper than its parent.
    /// </summary>
    private static bool EmptyBlanks(string[] lines, int first, int parent)
    {
        var next = first;
        while (next < lines.Length && string.IsNullOrWhiteSpace(lines[next]))
        {
            next++;
        }

        if (next < lines.Length && lines[next].Length - lines[next].TrimStart(' ').Length > parent)
        {
            return false;
        }

        var changed = false;
        for (var index = first; index < next; index++)
        {
            changed |= lines[index].Trim('\r').Length > 0;
            lines[index] = "";
        }

        return changed;
    }

    [GeneratedRegex(@"^(?<before>(?: |- )*)(?:[^\s#].*:\s+|- |\? )?[|>][-+1-9]{0,2}\s*(?:\s#.*)?$")]
    private static partial Regex Header();
}

using System.Text.RegularExpressions;

namespace Valentina.Client.Tests.Docs;

/// <summary>One row of a table on a page of the documentation, under its nearest heading.</summary>
internal sealed record TableRow(string Heading, IReadOnlyList<string> Cells);

/// <summary>Reads the tables of a Markdown page.</summary>
internal static partial class MarkdownTables
{
    public static IReadOnlyList<TableRow> Read(string page)
    {
        var rows = new List<TableRow>();
        var heading = "";
        var isHeader = true;
        foreach (var line in File.ReadLines(RepositoryRoot.PathOf("docs", page)))
        {
            if (line.StartsWith('#'))
            {
                heading = line.TrimStart('#', ' ');
            }

            if (!line.StartsWith('|'))
            {
                isHeader = true;
                continue;
            }

            if (!isHeader && !line.TrimStart('|', ' ').StartsWith("---", StringComparison.Ordinal))
            {
                rows.Add(new TableRow(heading, [.. line.Trim('|', ' ').Split(" | ").Select(cell => cell.Trim())]));
            }

            isHeader = false;
        }

        return rows;
    }

    /// <summary>What stands between backticks.</summary>
    public static IEnumerable<string> Code(string cell) => Backticked().Matches(cell).Select(match => match.Groups[1].Value);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticked();
}

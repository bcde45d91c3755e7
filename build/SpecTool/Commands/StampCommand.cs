using System.CommandLine;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool stamp</c>: writes the lines of a stamp in an order that is the same on every machine.</summary>
internal static class StampCommand
{
    public static Command Create()
    {
        var lines = new Option<string>("--lines") { Description = "A file with the lines, in any order.", Required = true };
        var output = new Option<string>("--output") { Description = "The stamp.", Required = true };
        var command = new Command("stamp", "Sorts the lines of a stamp by path and writes them.") { lines, output };
        command.SetAction(parsed =>
        {
            var sorted = File.ReadLines(parsed.GetRequiredValue(lines))
                .Where(line => line.Length > 0)
                .OrderBy(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], StringComparer.Ordinal);
            File.WriteAllText(parsed.GetRequiredValue(output), string.Concat(sorted.Select(line => line + "\n")));
        });
        return command;
    }
}

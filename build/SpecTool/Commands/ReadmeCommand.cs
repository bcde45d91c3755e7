using System.CommandLine;
using System.Text;
using Valentina.SpecTool.Packing;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool readme</c>: a README of the repository → the page of a package.</summary>
internal static class ReadmeCommand
{
    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "The README.", Required = true };
        var folder = new Option<string>("--folder") { Description = "Where it is, seen from the repository's root; left out, there." };
        var address = new Option<string>("--address") { Description = "The address of the root, with a '/' at its end.", Required = true };
        var output = new Option<string>("--output") { Description = "The file to write.", Required = true };
        var command = new Command("readme", "Writes the page of a package, whose links are absolute.") { input, folder, address, output };
        command.SetAction(parsed =>
        {
            var text = File.ReadAllText(parsed.GetRequiredValue(input));
            var page = PackagePage.Of(text, parsed.GetValue(folder) ?? "", new Uri(parsed.GetRequiredValue(address)));
            File.WriteAllText(parsed.GetRequiredValue(output), page, new UTF8Encoding(false));
        });
        return command;
    }
}

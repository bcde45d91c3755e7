using System.CommandLine;
using System.Xml.Linq;
using Valentina.SpecTool.Packing;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool documentation</c>: what the compiler wrote of an assembly → what its package holds.</summary>
internal static class DocumentationCommand
{
    public static Command Create()
    {
        var assembly = new Option<string>("--assembly") { Description = "The assembly, its documentation beside it.", Required = true };
        var output = new Option<string>("--output") { Description = "The file to write.", Required = true };
        var command = new Command("documentation", "Writes the documentation of what consumers can see.") { assembly, output };
        command.SetAction(parsed =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(assembly));
            PublicDocumentation.Of(path, XDocument.Load(Path.ChangeExtension(path, ".xml"), LoadOptions.PreserveWhitespace))
                .Save(parsed.GetRequiredValue(output), SaveOptions.DisableFormatting);
        });
        return command;
    }
}

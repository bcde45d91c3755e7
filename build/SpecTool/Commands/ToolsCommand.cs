using System.CommandLine;
using System.Text;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Tools;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool tools</c>: prepared document + texts → what the AI package tells models of the operations.</summary>
internal static class ToolsCommand
{
    public static Command Create()
    {
        var folder = new Option<string?>("--folder")
        {
            Description = "The folder openapi; without it, the one of the repository around the current folder."
        };
        var output = new Option<string>("--output") { Description = "The file that is written.", Required = true };
        var command = new Command("tools", "Writes the descriptions of the tools of the AI package.") { folder, output };
        command.SetAction(parsed =>
        {
            var files = ApiFiles.For("valentina", parsed.GetValue(folder) ?? ApiFiles.FindFolder(Directory.GetCurrentDirectory()))[0];
            var target = parsed.GetRequiredValue(output);
            try
            {
                var code = ToolsWriter.Write(JsonText.ReadObject(files.Prepared), JsonText.ReadObject(files.Texts));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.WriteAllText(target, code, new UTF8Encoding(false));
                return 0;
            }
            catch (SpecException ex)
            {
                parsed.InvocationConfiguration.Error.WriteLine($"{files.Name}: {ex.Message}");
                return 1;
            }
        });
        return command;
    }
}

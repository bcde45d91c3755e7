using System.CommandLine;
using System.Text;
using Valentina.SpecTool.Fakes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool fakes</c>: prepared document + texts → the route constants and model factories of the testing package.</summary>
internal static class FakesCommand
{
    public static Command Create()
    {
        var folder = new Option<string?>("--folder")
        {
            Description = "The folder openapi; without it, the one of the repository around the current folder."
        };
        var output = new Option<string>("--output") { Description = "The folder that the files go to, one for each API.", Required = true };
        var command = new Command("fakes", "Writes the route constants and model factories of the testing package.") { folder, output };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(folder) ?? ApiFiles.FindFolder(Directory.GetCurrentDirectory());
            var target = parsed.GetRequiredValue(output);
            Directory.CreateDirectory(target);
            foreach (var files in ApiFiles.For("all", place).Where(files => files.Entry.HasFake))
            {
                try
                {
                    var texts = File.Exists(files.Texts) ? JsonText.ReadObject(files.Texts) : null;
                    var code = FakesWriter.Write(files.Entry.FakePrefix, JsonText.ReadObject(files.Prepared), texts);
                    File.WriteAllText(Path.Combine(target, $"{files.Entry.Profile}Fakes.g.cs"), code, new UTF8Encoding(false));
                }
                catch (SpecException ex)
                {
                    parsed.InvocationConfiguration.Error.WriteLine($"{files.Name}: {ex.Message}");
                    return 1;
                }
            }

            return 0;
        });
        return command;
    }
}

using System.CommandLine;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Texts;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool texts</c>: how complete our texts are. It only reports.</summary>
internal static class TextsCommand
{
    public static Command Create()
    {
        var command = new Command("texts", "Tells which operations, parameters, schemas and members still lack a text of ours.");
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            foreach (var files in ApiFiles.For("all", ApiFiles.FindFolder(Directory.GetCurrentDirectory())))
            {
                var report = TextsReport.Create(JsonText.ReadObject(files.Prepared), TextsDocument.Parse(JsonText.ReadObject(files.Texts)));
                foreach (var place in report.Missing)
                {
                    output.WriteLine($"{files.Name}: missing: {place}");
                }

                foreach (var place in report.Stale)
                {
                    output.WriteLine($"{files.Name}: stale: {place}");
                }

                output.WriteLine($"{files.Name}: {report.Present} texts, {report.Missing.Count} missing, {report.Stale.Count} stale.");
            }
        });
        return command;
    }
}

using System.CommandLine;
using System.Text;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Texts;
using Valentina.SpecTool.View;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool view</c>: prepared document + texts → the document NSwag reads.</summary>
internal static class ViewCommand
{
    public static Command Create()
    {
        var api = new Option<string>("--api") { Description = "Which API: valentina or claude-code.", Required = true };
        api.AcceptOnlyFromAmong([.. ApiFiles.Names]);
        var prepared = new Option<string>("--prepared") { Description = "The prepared document.", Required = true };
        var texts = new Option<string?>("--texts") { Description = "The texts file; it may be missing." };
        var output = new Option<string>("--output") { Description = "Where the view is written.", Required = true };
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Print everything that was dropped or decided and every missing text."
        };
        var command = new Command("view", "Makes the document NSwag reads: 3.0 shape, names, kinds, decisions.")
        {
            api, prepared, texts, output, verbose
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(api),
            parsed.GetRequiredValue(prepared),
            parsed.GetValue(texts),
            parsed.GetRequiredValue(output),
            parsed.GetValue(verbose),
            parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string api, string prepared, string? texts, string output, bool verbose, InvocationConfiguration console)
    {
        try
        {
            var words = texts is not null && File.Exists(texts) ? JsonText.ReadObject(texts) : [];
            TextsDocument.Parse(words);
            var view = ApiView.Create(Prefix(api), JsonText.ReadObject(prepared), words);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            File.WriteAllText(output, JsonText.Write(view.Document), new UTF8Encoding(false));
            Print(api, view.Report, verbose, console.Output);
            return 0;
        }
        catch (SpecException ex)
        {
            console.Error.WriteLine($"{api}: {ex.Message}");
            return 1;
        }
    }

    private static string Prefix(string api) => api == "valentina" ? "Valentina" : "ClaudeCode";

    private static void Print(string api, ViewReport report, bool verbose, TextWriter output)
    {
        foreach (var line in report.Decided)
        {
            output.WriteLine($"{api}: decided: {line}");
        }

        if (verbose)
        {
            foreach (var line in report.Dropped)
            {
                output.WriteLine($"{api}: dropped: {line}");
            }

            foreach (var line in report.MissingTexts)
            {
                output.WriteLine($"{api}: no text: {line}");
            }
        }

        var wanted = report.Texts + report.MissingTexts.Count;
        output.WriteLine($"{api}: {report.Dropped.Count} dropped, {report.Decided.Count} decided, texts {report.Texts}/{wanted}.");
    }
}

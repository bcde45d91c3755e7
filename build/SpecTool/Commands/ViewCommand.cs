using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Apis;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Refusals;
using Valentina.SpecTool.Texts;
using Valentina.SpecTool.View;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool view</c>: prepared document + texts → the document NSwag reads.</summary>
internal static class ViewCommand
{
    public static Command Create()
    {
        var api = new Option<string>("--api") { Description = $"Which API: {ApiList.Choice}.", Required = true };
        api.AcceptOnlyFromAmong([.. ApiList.Names]);
        var folder = new Option<string?>("--folder")
        {
            Description = "The folder openapi; without it, the one of the repository around the current folder."
        };
        var output = new Option<string>("--output") { Description = "Where the view is written.", Required = true };
        var verbose = new Option<bool>("--verbose")
        {
            Description = "Print everything that was dropped or decided and every missing text."
        };
        var refusals = PrepareCommand.RefusalOption();
        var command = new Command("view", "Makes the document NSwag reads: 3.0 shape, names, kinds, decisions.")
        {
            api, folder, output, verbose, refusals
        };
        command.SetAction(parsed => Run(
            new ApiFiles(
                parsed.GetRequiredValue(api), parsed.GetValue(folder) ?? ApiFiles.FindFolder(Directory.GetCurrentDirectory())),
            parsed.GetRequiredValue(output),
            parsed.GetValue(verbose),
            parsed.InvocationConfiguration,
            new RefusalReport(parsed.InvocationConfiguration.Error, parsed.GetValue(refusals))));
        return command;
    }

    private static int Run(ApiFiles files, string output, bool verbose, InvocationConfiguration console, RefusalReport report)
    {
        try
        {
            var view = ApiView.Create(files.Entry.Profile, JsonText.ReadObject(files.Prepared), ReadTexts(files));
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            File.WriteAllText(output, JsonText.Write(view.Document), new UTF8Encoding(false));
            Print(files.Name, view.Report, verbose, console.Output);
            return 0;
        }
        catch (SpecException ex)
        {
            report.Write([new RefusalList(files).Of(ex)]);
            return 1;
        }
    }

    private static JsonObject ReadTexts(ApiFiles files)
    {
        var texts = File.Exists(files.Texts) ? JsonText.ReadObject(files.Texts) : [];
        try
        {
            TextsDocument.Parse(texts);
            return texts;
        }
        catch (SpecException ex)
        {
            throw new SpecException(ex.Pointer, ex.Problem) { File = files.Texts };
        }
    }

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

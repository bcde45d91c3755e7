using System.CommandLine;
using Valentina.SpecTool.Apis;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool prepare</c>: published document + overlay → prepared document.</summary>
internal static class PrepareCommand
{
    public static Command Create()
    {
        var api = new Option<string>("--api")
        {
            Description = $"Which API: {string.Join(", ", ApiList.Names)} or all.",
            DefaultValueFactory = _ => "all"
        };
        api.AcceptOnlyFromAmong([.. ApiList.Names, "all"]);
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when a committed prepared document differs." };
        var verbose = new Option<bool>("--verbose") { Description = "Print every overlay action with the number of values it changed." };
        var folder = new Option<string?>("--folder")
        {
            Description = "The folder openapi; without it, the one of the repository around the current folder."
        };
        var errors = RefusalOption();
        var command = new Command("prepare", "Makes openapi/prepared/*.json from the published documents and our overlays.")
        {
            api, check, verbose, folder, errors
        };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(folder) ?? ApiFiles.FindFolder(Directory.GetCurrentDirectory());
            var console = parsed.InvocationConfiguration;
            var report = new RefusalReport(console.Error, parsed.GetValue(errors));
            var good = true;
            foreach (var files in ApiFiles.For(parsed.GetRequiredValue(api), place))
            {
                good &= Run(files, parsed.GetValue(check), parsed.GetValue(verbose), console, report);
            }

            return good ? 0 : 1;
        });
        return command;
    }

    /// <summary>The option that the build hands over to raise the refusals by itself.</summary>
    internal static Option<string?> RefusalOption() => new("--refusals")
    {
        Description = "Write what is refused to this file too, a line for each: code, file, line and text, with tabs between."
    };

    private static bool Run(ApiFiles files, bool check, bool verbose, InvocationConfiguration console, RefusalReport report)
    {
        PreparedDocument prepared;
        try
        {
            // Tolerant, so that one run names every error and not just the first.
            prepared = Preparer.Prepare(JsonText.ReadObject(files.Published), ReadOverlay(files), PrepareMode.Tolerant);
        }
        catch (SpecException ex)
        {
            report.Write([new RefusalList(files).Of(ex)]);
            return false;
        }

        if (prepared.Report.Errors.Count > 0)
        {
            var list = new RefusalList(files);
            report.Write([.. prepared.Report.Errors.Select(list.Of)]);
            return false;
        }

        Print(files.Name, prepared.Report, verbose, console.Output);
        var text = prepared.ToText();
        if (File.Exists(files.Prepared) && File.ReadAllText(files.Prepared) == text)
        {
            console.Output.WriteLine($"{files.Name}: current.");
            return true;
        }

        if (check)
        {
            console.Error.WriteLine($"{files.Name}: openapi/prepared/{files.Name}.json is not what document and overlay give. Run 'spectool prepare' and commit the result.");
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(files.Prepared)!);
        File.WriteAllText(files.Prepared, text);
        console.Output.WriteLine($"{files.Name}: written.");
        return true;
    }

    private static OverlayDocument ReadOverlay(ApiFiles files)
    {
        try
        {
            return OverlayDocument.Parse(JsonText.ReadObject(files.Overlay));
        }
        catch (SpecException ex) when (ex.File is null)
        {
            throw new SpecException(ex.Pointer, ex.Problem) { File = files.Overlay };
        }
    }

    private static void Print(string api, PrepareReport report, bool verbose, TextWriter output)
    {
        if (verbose)
        {
            foreach (var outcome in report.Actions)
            {
                output.WriteLine($"{api}: {outcome.Action}: {outcome.Changed} of {outcome.Matched} changed");
            }
        }

        foreach (var finding in report.Undecided)
        {
            output.WriteLine($"{api}: undecided: {finding}");
        }

        output.WriteLine($"{api}: {report.Actions.Count} actions, {report.Actions.Sum(action => action.Changed)} corrections, {report.Undecided.Count} undecided.");
    }
}

using System.CommandLine;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool prepare</c>: published document + overlay → prepared document.</summary>
internal static class PrepareCommand
{
    public static Command Create()
    {
        var api = new Option<string>("--api")
        {
            Description = "Which API: valentina, claude-code or all.",
            DefaultValueFactory = _ => "all"
        };
        api.AcceptOnlyFromAmong([.. ApiFiles.Names, "all"]);
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when a committed prepared document differs." };
        var verbose = new Option<bool>("--verbose") { Description = "Print every overlay action with the number of values it changed." };
        var folder = new Option<string?>("--folder")
        {
            Description = "The folder openapi; without it, the one of the repository around the current folder."
        };
        var command = new Command("prepare", "Makes openapi/prepared/*.json from the published documents and our overlays.")
        {
            api, check, verbose, folder
        };
        command.SetAction(parsed =>
        {
            var place = parsed.GetValue(folder) ?? ApiFiles.FindFolder(Directory.GetCurrentDirectory());
            var good = true;
            foreach (var files in ApiFiles.For(parsed.GetRequiredValue(api), place))
            {
                good &= Run(
                    files, parsed.GetValue(check), parsed.GetValue(verbose), parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error);
            }

            return good ? 0 : 1;
        });
        return command;
    }

    private static bool Run(ApiFiles files, bool check, bool verbose, TextWriter output, TextWriter error)
    {
        PreparedDocument prepared;
        try
        {
            // Tolerant, so that one run names every error and not just the first.
            prepared = Preparer.Prepare(
                JsonText.ReadObject(files.Published), OverlayDocument.Parse(JsonText.ReadObject(files.Overlay)), PrepareMode.Tolerant);
        }
        catch (SpecException ex)
        {
            error.WriteLine($"{files.Name}: {ex.Message}");
            return false;
        }

        if (prepared.Report.Errors.Count > 0)
        {
            foreach (var found in prepared.Report.Errors)
            {
                error.WriteLine($"{files.Name}: {found}");
            }

            return false;
        }

        Print(files.Name, prepared.Report, verbose, output);
        var text = prepared.ToText();
        if (File.Exists(files.Prepared) && File.ReadAllText(files.Prepared) == text)
        {
            output.WriteLine($"{files.Name}: current.");
            return true;
        }

        if (check)
        {
            error.WriteLine($"{files.Name}: openapi/prepared/{files.Name}.json is not what document and overlay give. Run 'spectool prepare' and commit the result.");
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(files.Prepared)!);
        File.WriteAllText(files.Prepared, text);
        output.WriteLine($"{files.Name}: written.");
        return true;
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

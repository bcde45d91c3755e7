using System.CommandLine;
using System.Diagnostics;
using Valentina.SpecTool.Apis;
using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Facade;
using Valentina.SpecTool.Drift.Loading;
using Valentina.SpecTool.Drift.Reports;
using Valentina.SpecTool.Drift.Running;
using Valentina.SpecTool.Drift.Updating;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool update</c>: takes a new document in place of the pinned one and says what to look at.</summary>
public static class UpdateCommand
{
    private const int UnfinishedExit = 1;

    /// <summary>Makes the command.</summary>
    /// <param name="environment">The world around it.</param>
    public static Command Create(DriftEnvironment environment)
    {
        var from = new Option<string>("--from") { Description = "The new document: a file or URL.", Required = true };
        var api = new Option<string?>("--api")
        {
            Description = $"The API it must describe: {ApiList.Choice}; without it, told by the document's title."
        };
        api.AcceptOnlyFromAmong([.. ApiList.Names]);
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would happen and write nothing." };
        var noBuild = new Option<bool>("--no-build") { Description = "Do not regenerate; the next build does." };
        var folder = new Option<string?>("--folder")
        {
            Description = "The folder openapi; without it, the one of the repository around the current folder."
        };
        var timeout = new Option<int>("--timeout") { Description = "How many seconds an answer may take.", DefaultValueFactory = _ => 30 };
        var command = new Command(
            "update",
            "Shows what a new document changes, pins it, regenerates, and lists the facade methods and corrections to look at. "
                + "Exit code: 0 done, 1 pinned but something must be done by hand first, 2 wrong usage, 3 the document cannot be loaded.")
        {
            from, api, dryRun, noBuild, folder, timeout,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var console = parsed.InvocationConfiguration;
            try
            {
                var place = parsed.GetValue(folder) ?? ApiFiles.FindFolder(Directory.GetCurrentDirectory());
                using var http = DriftEnvironment.DocumentClient(TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(timeout), 1, 3600)));
                var updater = new Updater(new DocumentLoader(http), new DriftSettings
                {
                    Folder = place,
                    Today = environment.Today,
                    Maps = name => FacadeScan.Read(place, name),
                });
                var plan = await updater.PlanAsync(
                    parsed.GetRequiredValue(from), parsed.GetValue(api), cancellationToken).ConfigureAwait(false);
                return await CarryOutAsync(
                    plan, parsed.GetValue(dryRun), parsed.GetValue(noBuild), console, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception ex) when (DriftErrors.ExitCode(ex) is { } code)
            {
                await console.Error.WriteLineAsync(Wording.Plain(ex.Message)).ConfigureAwait(false);
                return code;
            }
        });
        return command;
    }

    private static async Task<int> CarryOutAsync(
        UpdatePlan plan, bool dryRun, bool noBuild, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var output = console.Output;
        ReportFormat.Writer("text").Write(new DriftReport([plan.Comparison]), FailOn.Breaking, output);
        if (plan.IsCurrent)
        {
            await output.WriteLineAsync($"openapi/{plan.Api.Name}.json is this document already.").ConfigureAwait(false);
            return 0;
        }

        if (!dryRun)
        {
            Updater.Write(plan);
            await output.WriteLineAsync($"openapi/{plan.Api.Name}.json: replaced.").ConfigureAwait(false);
        }

        await ListAsync("Facade methods to look at:", plan.Methods, output).ConfigureAwait(false);
        await ListAsync("Overlay actions to look at:", plan.OverlayActions, output).ConfigureAwait(false);
        if (plan.Problem is { } problem)
        {
            await console.Error.WriteLineAsync(
                $"Nothing is regenerated before this is settled: {Wording.Plain(problem)}").ConfigureAwait(false);
            return UnfinishedExit;
        }

        return dryRun || noBuild || await RegenerateAsync(plan.Api, console, cancellationToken).ConfigureAwait(false) == 0
            ? 0
            : UnfinishedExit;
    }

    private static async Task ListAsync(string title, IReadOnlyList<string> lines, TextWriter output)
    {
        if (lines.Count == 0)
        {
            return;
        }

        await output.WriteLineAsync(title).ConfigureAwait(false);
        foreach (var line in lines)
        {
            await output.WriteLineAsync($"  {Wording.Plain(line)}").ConfigureAwait(false);
        }
    }

    /// <summary>The build regenerates whatever is stale; it is asked for here so that the result can be looked at right away.</summary>
    private static async Task<int> RegenerateAsync(ApiFiles api, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var project = Path.Combine(api.Folder, "..", "src", "Facade", "Valentina.Client.csproj");
        if (!File.Exists(project))
        {
            throw new ConfigurationException($"{project} does not exist; regenerate with --no-build and a build of your own.");
        }

        await console.Output.WriteLineAsync("Regenerating: dotnet build src/Facade").ConfigureAwait(false);
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", project, "--nologo", "-v", "quiet", "-clp:ErrorsOnly"])
        {
            UseShellExecute = false,
        }) ?? throw new ConfigurationException("The command dotnet cannot be started.");
        await build.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return build.ExitCode;
    }
}

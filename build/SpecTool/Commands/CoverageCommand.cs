using System.CommandLine;
using Valentina.SpecTool.Coverage;
using Valentina.SpecTool.Coverage.Probing;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Commands;

/// <summary><c>spectool coverage</c>: measures which operations the built client reaches, asynchronously and synchronously.</summary>
internal static class CoverageCommand
{
    public static Command Create()
    {
        var assembly = new Option<string?>("--assembly")
        {
            Description = "The client assembly; without it, the one in src/Facade, built first."
        };
        var noBuild = new Option<bool>("--no-build") { Description = "Take the assembly in src/Facade as it is." };
        var command = new Command(
            "coverage", "Calls every public service method over a recorder and matches what was sent to the operations of the contracts.")
        {
            assembly,
            noBuild
        };
        command.SetAction(async (parsed, _) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            try
            {
                return await RunAsync(parsed.GetValue(assembly), parsed.GetValue(noBuild), output).ConfigureAwait(false);
            }
            catch (CoverageException ex)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(ex.Message).ConfigureAwait(false);
                return 1;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(string? assembly, bool noBuild, TextWriter output)
    {
        var folder = ApiFiles.FindFolder(Directory.GetCurrentDirectory());
        var repository = Path.GetDirectoryName(folder)!;
        if (assembly is null && !noBuild)
        {
            ClientAssembly.Build(repository);
        }

        var client = ClientAssembly.Load(assembly ?? ClientAssembly.Find(repository));
        var runs = new List<CoverageRun>();
        foreach (var files in ApiFiles.For("all", folder))
        {
            if (files.Entry.Client is null)
            {
                await output.WriteLineAsync($"{files.Entry.Title}: left out, it has no client but the raw ones.").ConfigureAwait(false);
                continue;
            }

            runs.Add(await CoverageRun.StartAsync(Probe.Of(client, files.Entry, ContractIndex.Load(files.Prepared))).ConfigureAwait(false));
        }

        return CoverageReport.Write(runs, CoverageExceptions.Read(repository), output) ? 0 : 1;
    }
}

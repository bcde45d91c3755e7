using System.CommandLine;
using Valentina.SpecTool.Drift.Running;

namespace Valentina.SpecTool.Commands;

/// <summary>Every command of the tool: one line each.</summary>
internal static class CommandList
{
    public static IEnumerable<Command> All()
    {
        yield return PrepareCommand.Create();
        yield return TextsCommand.Create();
        yield return ViewCommand.Create();
        yield return StampCommand.Create();
        yield return DriftCommand.Create(DriftEnvironment.Process);
        yield return CoverageCommand.Create();
        yield return FakesCommand.Create();
        yield return ToolsCommand.Create();
        yield return DocumentationCommand.Create();
        yield return ReadmeCommand.Create();
        yield return PackagesCommand.Create();
        yield return UpdateCommand.Create(DriftEnvironment.Process);
    }
}

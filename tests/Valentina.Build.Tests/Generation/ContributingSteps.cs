using System.Text.RegularExpressions;
using Valentina.Build.Tests.View;

namespace Valentina.Build.Tests.Generation;

/// <summary>The numbered steps under "Add an operation" in CONTRIBUTING, with the commands that each asks for.</summary>
internal sealed partial record ContributingSteps(string Title, IReadOnlyList<string> Commands)
{
    public static IReadOnlyList<ContributingSteps> Read()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "CONTRIBUTING.md"));
        var section = text.Split("## Add an operation\n")[1].Split("\n## ")[0];
        return [.. Step().Matches(section).Select(step => new ContributingSteps(
            step.Groups["title"].Value,
            [.. Command().Matches(step.Groups["text"].Value).Select(command => command.Groups["command"].Value)]))];
    }

    [GeneratedRegex(@"^\d+\. \*\*The (?<title>\w+)\.\*\*(?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex("`dotnet (?<command>[^`]+)`")]
    private static partial Regex Command();
}

using System.Text.RegularExpressions;
using Valentina.Build.Tests.View;
using YamlDotNet.RepresentationModel;

namespace Valentina.Build.Tests.Workflows;

/// <summary>The workflows can be read, take no more rights and time than they say, and run what is in the repository.</summary>
public partial class WorkflowTests
{
    public static TheoryData<string> Workflows => new(Names);

    private static IEnumerable<string> Names
        => new DirectoryInfo(Path.Combine(RepositoryFiles.Root, ".github", "workflows")).EnumerateFiles("*.yml").Select(file => file.Name);

    [Fact]
    public void There_is_one_for_each_purpose()
        => Names.Should().BeEquivalentTo(
            "ci.yml", "contract-drift.yml", "dependency-review.yml", "docs.yml", "release.yml");

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_says_when_it_runs_and_what_it_may(string file)
    {
        var workflow = Read(file);

        workflow.Children.Keys.Select(key => key.ToString()).Should().Contain(["name", "on", "permissions", "jobs"]);
        ((YamlMappingNode)workflow["permissions"]).Children.Select(right => $"{right.Key}: {right.Value}")
            .Should().Equal(["contents: read"], "jobs that need more say so");
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Each_job_has_a_machine_a_limit_and_steps(string file)
    {
        foreach (var (name, job) in (YamlMappingNode)Read(file)["jobs"])
        {
            ((YamlMappingNode)job).Children.Keys.Select(key => key.ToString())
                .Should().Contain(["runs-on", "timeout-minutes", "steps"], $"{name}");
            Steps(job).Should().OnlyContain(step => step.Children.ContainsKey("run") ^ step.Children.ContainsKey("uses"), $"{name}");
        }
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Actions_are_pinned_to_a_commit_and_say_which_version_it_is(string file)
        => Text(file).Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal))
            .Should().NotBeEmpty().And.OnlyContain(line => Pinned().IsMatch(line));

    [Fact]
    public void An_action_has_the_same_commit_everywhere()
        => Names.SelectMany(file => Pinned().Matches(Text(file)))
            .GroupBy(use => use.Groups["action"].Value, use => use.Groups["commit"].Value)
            .Should().OnlyContain(action => action.Distinct().Count() == 1);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Scripts_that_are_called_are_there(string file)
        => Script().Matches(Text(file)).Select(match => Path.Combine(RepositoryFiles.Root, match.Value))
            .Where(script => !File.Exists(script)).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Workflows))]
    public void What_others_can_choose_never_becomes_a_command(string file)
        => Read(file)["jobs"].AllNodes.OfType<YamlMappingNode>().Where(node => node.Children.ContainsKey("run"))
            .Select(node => node["run"].ToString())
            .Should().NotContain(run => Chosen().IsMatch(run));

    private static string Text(string file) => File.ReadAllText(Path.Combine(RepositoryFiles.Root, ".github", "workflows", file));

    private static YamlMappingNode Read(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text(file)));
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static IEnumerable<YamlMappingNode> Steps(YamlNode job) => ((YamlSequenceNode)job["steps"]).Children.Cast<YamlMappingNode>();

    [GeneratedRegex(@"uses: (?<action>[\w./-]+)@(?<commit>[0-9a-f]{40}) # v\d+\.\d+\.\d+", RegexOptions.ExplicitCapture)]
    private static partial Regex Pinned();

    [GeneratedRegex(@"\$\{\{ *(github|inputs)\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Chosen();

    /// <summary>The site's is made with the site.</summary>
    [GeneratedRegex(@"(?<=run: )\.ci/[\w-]+")]
    private static partial Regex Script();
}

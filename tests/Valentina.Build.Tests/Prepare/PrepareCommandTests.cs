using System.CommandLine;
using Valentina.SpecTool.Commands;
using Valentina.SpecTool.Prepare;

namespace Valentina.Build.Tests.Prepare;

public sealed class PrepareCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prepare-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public PrepareCommandTests()
    {
        var source = ApiFiles.FindFolder(AppContext.BaseDirectory);
        foreach (var file in Directory.EnumerateFiles(source, "*.json"))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }
    }

    private string Prepared => Path.Combine(_folder, "prepared", "claude-code.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void It_writes_the_document_once_and_then_finds_it_current()
    {
        Run("--api", "claude-code").Should().Be(0);
        var first = File.ReadAllBytes(Prepared);
        Run("--api", "claude-code").Should().Be(0);

        File.ReadAllBytes(Prepared).Should().Equal(first);
        _output.ToString().Should().Contain("claude-code: written.").And.Contain("claude-code: current.");
        File.Exists(Path.Combine(_folder, "prepared", "valentina.json")).Should().BeFalse("only the API that was asked for is prepared");
    }

    [Fact]
    public void A_check_of_a_tampered_document_fails_writes_nothing_and_says_what_to_do()
    {
        Run("--api", "claude-code");
        File.AppendAllText(Prepared, " ");
        var tampered = File.ReadAllText(Prepared);

        Run("--api", "claude-code", "--check").Should().Be(1);
        File.ReadAllText(Prepared).Should().Be(tampered);
        _error.ToString().Should().Contain("Run 'spectool prepare' and commit the result.");
    }

    private const string Schema = "\"RouteResponse\": {";

    [Fact]
    public void A_poisoned_document_fails_with_its_place_and_leaves_the_committed_one_alone()
    {
        Run("--api", "claude-code");
        var before = File.ReadAllBytes(Prepared);
        var published = Path.Combine(_folder, "claude-code.json");
        File.WriteAllText(
            published,
            File.ReadAllText(published).Replace(Schema, Schema + " \"whatIsThis\": 1,", StringComparison.Ordinal));

        Run("--api", "claude-code").Should().Be(1);
        _error.ToString().Should().MatchRegex(@"claude-code\.json\(\d+\): error SDKGEN03: /components/schemas/RouteResponse/")
            .And.NotContain("   at ");
        File.ReadAllBytes(Prepared).Should().Equal(before);
    }

    [Fact]
    public void One_run_names_every_error()
    {
        var overlay = Path.Combine(_folder, "claude-code.overlay.json");
        File.WriteAllText(overlay, File.ReadAllText(overlay)
            .Replace("\"$.components.schemas.MessageRole\"", "\"$.components.schemas.Gone\"", StringComparison.Ordinal)
            .Replace("\"ProcessBatch\"", "\"process batch\"", StringComparison.Ordinal));

        Run("--api", "claude-code").Should().Be(1);
        _error.ToString()
            .Should().Contain("The target matches nothing").And.Contain("/paths/~1v1~1batch/post/x-name: 'process batch' is not allowed");
    }

    [Fact]
    public void Every_correction_can_be_listed_with_what_it_changed()
    {
        Run("--api", "claude-code", "--verbose");
        _output.ToString().Should().Contain("claude-code: actions[0] update").And.MatchRegex(@"\d+ of \d+ changed");
    }

    private int Run(params string[] arguments)
        => PrepareCommand.Create().Parse([.. arguments, "--folder", _folder])
            .Invoke(new InvocationConfiguration { Output = _output, Error = _error });
}

namespace Valentina.Build.Tests.Drift.Running;

/// <summary>Two documents that are both named need no repository around them.</summary>
public sealed class AnyFolderTests : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public async Task Two_documents_are_compared_from_any_folder()
    {
        var document = _folder.File("bakery.json", ChangeCase.Bakery.ToJsonString());

        var run = await ToolProcess.RunAsync(_folder.Root, "drift", "--base", document, "--head", document);

        run.Code.Should().Be(0, run.Error);
        run.Output.Should().Contain("Bakery");
    }

    [Fact]
    public async Task Without_a_base_the_tool_says_what_it_misses()
    {
        var document = _folder.File("bakery.json", ChangeCase.Bakery.ToJsonString());

        var run = await ToolProcess.RunAsync(_folder.Root, "drift", "--head", document);

        run.Code.Should().Be(2);
        run.Error.Should().Contain("Valentina.sln");
    }

    public void Dispose() => _folder.Dispose();
}

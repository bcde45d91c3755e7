using System.IO.Compression;
using Valentina.Build.Tests.Texts;

namespace Valentina.Build.Tests.Drift;

/// <summary>Six real versions of Noir's document: what drift says of each step, as a list.</summary>
public sealed class HistoryTests : IDisposable
{
    private static readonly string[] Versions = ["0.19.0", "0.21.0", "0.23.2", "0.25.0", "0.26.0", "0.27.0"];

    private readonly Folder _folder = new();

    public static TheoryData<string, string> Steps
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (old, now) in Versions.Zip(Versions.Skip(1)))
            {
                data.Add(old, now);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_real_step_is_told_as_it_is_written_down(string old, string now)
    {
        var run = await Tool.RunAsync(
            ["drift", "--base", Document(old), "--head", Document(now), "--folder", Repository.PathOf("openapi")]);

        run.Error.Should().BeEmpty();
        run.Code.Should().Be(1);
        Findings(run).Should().Equal(await ExpectedAsync($"{old}-{now}", run));
    }

    [Theory]
    [InlineData("0.19.0")]
    [InlineData("0.21.0")]
    [InlineData("0.23.2")]
    public async Task A_document_our_corrections_do_not_fit_is_compared_all_the_same(string version)
    {
        var run = await Tool.RunAsync(["drift", "--head", Document(version), "--folder", Repository.PathOf("openapi")]);

        run.Error.Should().BeEmpty();
        run.Code.Should().Be(1);
        run.Output.Should().Contain("overlay-action-");
    }

    [Fact]
    public async Task Taking_such_a_document_says_which_corrections_to_look_at()
    {
        var contracts = new Folder().WithContracts();
        using (contracts)
        {
            var run = await Tool.RunAsync(
                ["update", "--from", Document("0.19.0"), "--folder", contracts.OpenApi, "--no-build", "--dry-run"]);

            run.Code.Should().Be(1);
            run.Output.Should().Contain("Overlay actions to look at:").And.Contain("It no longer fits: it leads to");
        }
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The findings without their meanings and fingerprints: level, id, place, old and new.</summary>
    private static List<string> Findings(Tool.Run run) => [.. run.Output.Split('\n')
        .Where(line => line.StartsWith("breaking ", StringComparison.Ordinal) || line.StartsWith("warning ", StringComparison.Ordinal)
            || line.StartsWith("compatible ", StringComparison.Ordinal))
        .Select(line => line[..line.LastIndexOf("  [", StringComparison.Ordinal)])];

    /// <summary>The committed list; with UPDATE_HISTORY=1 it is written anew, to be looked at as a difference.</summary>
    private static async Task<string[]> ExpectedAsync(string step, Tool.Run run)
    {
        var file = Repository.PathOf("tests", "Valentina.Build.Tests", "Drift", "History", step + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_HISTORY") == "1")
        {
            await File.WriteAllLinesAsync(file, Findings(run));
        }

        return await File.ReadAllLinesAsync(file);
    }

    private string Document(string version)
    {
        var packed = Repository.PathOf("tests", "Valentina.Build.Tests", "Drift", "History", $"noir-{version}.json.gz");
        using var stream = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
        using var reader = new StreamReader(stream);
        return _folder.File($"noir-{version}.json", reader.ReadToEnd());
    }
}

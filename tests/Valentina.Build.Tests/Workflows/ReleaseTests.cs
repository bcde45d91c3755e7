using System.Diagnostics;
using Valentina.Build.Tests.View;

namespace Valentina.Build.Tests.Workflows;

/// <summary>A tag that does not fit what would be published stops before anything is built.</summary>
public sealed class ReleaseTests : IDisposable
{
    private const string Changelog = """
        # Changelog

        ## [Unreleased]

        Later.

        ## [2.0.0-preview.1] - 2026-01-01

        ### Added

        - Moons.

        ## [1.0.0] - 2025-01-01

        Old.
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valentina-release-");

    [Fact]
    public async Task The_notes_are_the_section_of_the_version()
    {
        var (exit, notes, _) = await RunAsync("2.0.0-preview.1", "v2.0.0-preview.1");

        exit.Should().Be(0);
        notes.Trim().Should().Be("### Added\n\n- Moons.");
    }

    [Fact]
    public async Task A_tag_of_another_version_is_refused()
    {
        var (exit, notes, error) = await RunAsync("2.0.0-preview.1", "v2.0.0");

        exit.Should().Be(1);
        notes.Should().BeEmpty();
        error.Should().Contain("The tag is v2.0.0, but the packages have the version 2.0.0-preview.1");
    }

    [Fact]
    public async Task A_version_without_notes_is_refused()
    {
        var (exit, _, error) = await RunAsync("3.0.0", "v3.0.0");

        exit.Should().Be(1);
        error.Should().Contain("needs a section \"## [3.0.0] - date\"");
    }

    [Fact]
    public void The_version_stands_in_one_place()
        => Directory.EnumerateFiles(RepositoryFiles.Root, "*.*proj", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}artifacts{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("<Version>", StringComparison.Ordinal))
            .Should().BeEmpty();

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<(int Exit, string Output, string Error)> RunAsync(string version, string tag)
    {
        _folder.CreateSubdirectory(".ci");
        var script = Path.Combine(_folder.FullName, ".ci", "release");
        File.Copy(Path.Combine(RepositoryFiles.Root, ".ci", "release"), script);
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "Directory.Build.props"), $"<Project>\n  <Version>{version}</Version>\n</Project>\n");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "CHANGELOG.md"), Changelog.ReplaceLineEndings("\n"));
        using var process = Process.Start(new ProcessStartInfo("bash", [script, tag])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}

namespace Valentina.Client.Tests.Conventions;

/// <summary>A file that no longer fits on a few screens is about more than one thing.</summary>
public class FileSizeTests
{
    private const int MaxLines = 300;

    [Fact]
    public void No_file_written_by_hand_is_longer_than_300_lines()
    {
        var files = SourceFiles.HandWritten("src", "build", "tests", "samples").ToList();

        files.Should().HaveCountGreaterThan(500, "the search must find the sources");
        files.Select(file => (File: file, Lines: File.ReadLines(RepositoryRoot.PathOf(file)).Count()))
            .Where(one => one.Lines > MaxLines)
            .Should().BeEmpty("such a file is split by what its parts are about");
    }
}

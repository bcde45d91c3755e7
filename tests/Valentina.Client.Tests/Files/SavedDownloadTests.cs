using Valentina.Client.Tests.Connection;

namespace Valentina.Client.Tests.Files;

/// <summary>Saving a download gives the whole file or none, and never costs the one that was there.</summary>
public sealed class SavedDownloadTests : IDisposable
{
    private static readonly byte[] Whole = [.. Enumerable.Range(0, 200_000).Select(static number => (byte)number)];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saved-download");

    public static TheoryData<Exception> Failures => new()
    {
        new ConnectionFailedException("cut", FailureDetails.None),
        new IOException("No space left on device"),
        new ObjectDisposedException("source"),
        new OperationCanceledException(),
        new InvalidOperationException("A stream of the caller's own."),
    };

    private string Target => Path.Combine(_folder.FullName, "chronicle.zip");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_complete_download_takes_the_place_of_the_file_that_was_there(bool sync)
    {
        await File.WriteAllTextAsync(Target, "old");

        await SaveAsync(sync, new MemoryStream(Whole));

        (await File.ReadAllBytesAsync(Target)).Should().Equal(Whole);
        Names().Should().Equal("chronicle.zip");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_download_that_fails_in_whatever_way_leaves_no_part_of_a_file(Exception failure)
    {
        foreach (var sync in new[] { false, true })
        {
            (await Record.ExceptionAsync(() => SaveAsync(sync, Source(sync, () => throw failure)))).Should().BeSameAs(failure);

            Names().Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_download_that_fails_in_whatever_way_leaves_the_old_file_alone(Exception failure)
    {
        await File.WriteAllTextAsync(Target, "old");
        foreach (var sync in new[] { false, true })
        {
            (await Record.ExceptionAsync(() => SaveAsync(sync, Source(sync, () => throw failure)))).Should().BeSameAs(failure);

            (await File.ReadAllTextAsync(Target)).Should().Be("old");
            Names().Should().Equal("chronicle.zip");
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_sees_a_part_of_the_file_while_it_comes(bool sync)
    {
        await File.WriteAllTextAsync(Target, "old");
        var seen = "";

        await SaveAsync(sync, Source(sync, () =>
        {
            seen = File.ReadAllText(Target);
            return 0;
        }));

        seen.Should().Be("old");
        (await File.ReadAllBytesAsync(Target)).Should().Equal(Whole);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_empty_file_stays_one_when_the_download_fails(bool sync)
    {
        await File.WriteAllTextAsync(Target, "");

        await FluentActions.Awaiting(() => SaveAsync(sync, Source(sync, static () => throw new IOException("reset"))))
            .Should().ThrowAsync<IOException>();

        new FileInfo(Target).Length.Should().Be(0);
        Names().Should().Equal("chronicle.zip");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_folder_or_a_missing_one_is_refused_before_anything_is_read(bool sync)
    {
        // A stream without reads refuses to be read.
        using var download = new FileDownload(new ReadStream());

        await FluentActions.Awaiting(() => SaveAsync(sync, download, _folder.FullName)).Should().ThrowAsync<UnauthorizedAccessException>();
        await FluentActions.Awaiting(() => SaveAsync(sync, download, Path.Combine(_folder.FullName, "none", "x.zip")))
            .Should().ThrowAsync<DirectoryNotFoundException>();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task On_unix_a_link_is_followed_the_rights_stay_and_a_device_remains_one(bool sync)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var link = Path.Combine(_folder.FullName, "link.zip");
        await File.WriteAllTextAsync(Target, "old");
        const UnixFileMode Rights = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(Target, Rights);
        File.CreateSymbolicLink(link, Target);
        var device = Path.Combine(_folder.FullName, "device.zip");
        File.CreateSymbolicLink(device, "/dev/zero");

        using (var download = new FileDownload(new MemoryStream(Whole)))
        {
            await SaveAsync(sync, download, link);
        }

        using (var download = new FileDownload(new MemoryStream(Whole)))
        {
            await SaveAsync(sync, download, device);
        }

        (await File.ReadAllBytesAsync(Target)).Should().Equal(Whole);
        File.GetUnixFileMode(Target).Should().Be(Rights);
        new FileInfo(link).LinkTarget.Should().Be(Target);
        new FileInfo("/dev/zero").Length.Should().Be(0, "it swallowed the bytes");
    }

    /// <summary>Gives all the bytes in pieces, and then does what the test wants.</summary>
    private static ReadStream Source(bool sync, Func<int> end) => ReadStream.Pieces(Whole, 4096, async: !sync, end);

    private IEnumerable<string> Names() => _folder.EnumerateFiles().Select(static file => file.Name);

    private async Task SaveAsync(bool sync, Stream content)
    {
        using var download = new FileDownload(content);
        await SaveAsync(sync, download, Target);
    }

    private static async Task SaveAsync(bool sync, FileDownload download, string path)
    {
        if (sync)
        {
            download.Save(path);
        }
        else
        {
            await download.SaveAsync(path);
        }
    }
}

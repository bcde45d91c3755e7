namespace Valentina;

/// <summary>
/// Writes a file so that whoever looks at its path finds the old file or the new one, and never a part. The bytes go into a file beside it,
/// which takes its place when it is complete.
/// </summary>
/// <remarks>
/// What is there but holds nothing is written to directly, since nothing can be lost: an empty file, and every device and pipe
/// (<c>/dev/null</c>), which must not be replaced.
/// </remarks>
internal sealed class ReplacedFile
{
    private readonly string _target;
    private readonly string _written;
    private readonly bool _exists;

    private ReplacedFile(string target)
    {
        var file = new FileInfo(target);
        _target = target;
        _exists = file.Exists;
        IsInPlace = _exists && file.Length == 0;
        _written = IsInPlace ? target : Path.Combine(file.DirectoryName!, $".{Path.GetRandomFileName()}.part");
    }

    private bool IsInPlace { get; }

    /// <summary>Refuses at once what could not be written to in the end.</summary>
    /// <param name="path">The file; a link stands for what it leads to.</param>
    public static ReplacedFile At(string path)
    {
        var file = new FileInfo(path);
        var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        if (Path.Exists(target))
        {
            // A folder, a file that may only be read, one that somebody else holds: the same exceptions as for writing to it.
            new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0).Dispose();
        }

        return new ReplacedFile(target);
    }

    /// <summary>Opens what the bytes go into.</summary>
    public FileStream Open(FileOptions options)
        => new(_written, IsInPlace ? FileMode.Open : FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, options);

    /// <summary>Puts the complete file in its place; the rights of the file that was there stay.</summary>
    public void Complete()
    {
        if (IsInPlace)
        {
            return;
        }

        if (_exists && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_written, File.GetUnixFileMode(_target));
        }

        File.Move(_written, _target, overwrite: true);
    }

    /// <summary>Leaves nothing behind of what was begun. What went wrong before matters more than a failure here.</summary>
    public void Abandon()
    {
        try
        {
            if (IsInPlace)
            {
                new FileStream(_target, FileMode.Truncate, FileAccess.Write, FileShare.None, bufferSize: 0).Dispose();
            }
            else
            {
                File.Delete(_written);
            }
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // The file system itself failed; it is what the caller is told about.
        }
    }
}

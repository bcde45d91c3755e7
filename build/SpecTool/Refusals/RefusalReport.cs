namespace Valentina.SpecTool.Refusals;

/// <summary>Tells refusals: to whoever reads the console, and to the build, which raises each as an error of its own.</summary>
/// <param name="console">Where a person reads them.</param>
/// <param name="file">
/// The file that the build reads, one refusal a line: code, file, line and text, with tabs between; null for none.
/// </param>
internal sealed class RefusalReport(TextWriter console, string? file)
{
    /// <summary>Tells them.</summary>
    public void Write(IReadOnlyList<Refusal> refusals)
    {
        foreach (var refusal in refusals)
        {
            console.WriteLine(refusal);
        }

        if (file is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.WriteAllLines(file, refusals.Select(refusal => string.Join('\t', refusal.Code, refusal.File, refusal.Line, refusal.Text)));
        }
    }
}

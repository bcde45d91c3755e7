namespace Valentina.Client.Tests.Snippets;

/// <summary>A C# block of a document. <c>```csharp</c> is compiled; <c>```csharp run</c> is compiled and run against the fake.</summary>
public sealed class DocumentSnippet
{
    private DocumentSnippet(string file, int line, string info, string code)
    {
        File = file;
        Line = line;
        Info = info;
        Code = code;
    }

    public string File { get; }

    public int Line { get; }

    public string Code { get; }

    public bool IsRun => Info.Split(' ').Contains("run");

    private string Info { get; }

    /// <summary>Every C# block of the README and of docs/.</summary>
    public static IReadOnlyList<DocumentSnippet> All { get; } = [.. Documents().SelectMany(Read)];

    public override string ToString() => $"{File}:{Line}";

    private static IEnumerable<string> Documents()
        => Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string Root => Path.Combine(AppContext.BaseDirectory, "documents");

    private static IEnumerable<DocumentSnippet> Read(string path)
    {
        var lines = System.IO.File.ReadAllLines(path);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```csharp", StringComparison.Ordinal))
            {
                continue;
            }

            var start = i + 1;
            while (++i < lines.Length && lines[i] != "```")
            {
            }

            yield return new DocumentSnippet(
                Path.GetRelativePath(Root, path), start + 1, lines[start - 1][3..].Trim(), string.Join('\n', lines[start..i]));
        }
    }
}

namespace Valentina.Client.Tests.Snippets;

/// <summary>
/// A C# block of a document. <c>```csharp</c> is compiled; <c>```csharp run</c> is compiled and run against the fake.
/// <c>```csharp program</c>, <c>program web</c> and <c>test</c> are whole files for the template of that kind: they are compiled as they
/// stand, here and by <c>.ci/consumer</c>, which also runs them.
/// </summary>
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

    public bool IsRun => Marks.Contains("run");

    public bool IsProgram => Marks.Contains("program");

    public bool IsWeb => Marks.Contains("web");

    public bool IsTest => Marks.Contains("test");

    private string Info { get; }

    private string[] Marks => Info.Split(' ');

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

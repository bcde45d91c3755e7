using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace Valentina.SyncGenerator;

/// <summary>
/// The files that documentation includes parts of. What is generated gets those parts in full: its own place is no folder that a path
/// could start from.
/// </summary>
internal sealed class IncludedFiles(ImmutableArray<(string Path, string Text)> files)
{
    private static readonly Regex Include = new(
        "^///\\s*<include\\s+file=[\"'](?<file>[^\"']+)[\"']\\s+path=[\"'](?<path>[^\"']+)[\"']\\s*/>[^\\n]*\\n",
        RegexOptions.Compiled | RegexOptions.Multiline);

    private readonly Dictionary<string, XDocument?> _documents = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Puts the parts in the place of the elements that include them.</summary>
    /// <param name="documentation">The lines of a documentation comment.</param>
    /// <param name="source">The file that they stand in.</param>
    public string FillIn(string documentation, string source)
        => Include.Replace(
            documentation,
            match => Part(Resolve(source, match.Groups["file"].Value), match.Groups["path"].Value) ?? match.Value);

    /// <summary>Null where there is no such part: the line stays, and the compiler says what is wrong with it.</summary>
    private string? Part(string file, string path)
    {
        try
        {
            var lines = Document(file)?.XPathSelectElements(path).Select(Lines).ToList();
            return lines is { Count: > 0 } ? string.Concat(lines) : null;
        }
        catch (XPathException)
        {
            return null;
        }
    }

    private XDocument? Document(string path)
    {
        if (!_documents.TryGetValue(path, out var document))
        {
            document = files
                .Where(file => string.Equals(Resolve("", file.Path), path, StringComparison.OrdinalIgnoreCase))
                .Select(file => Parse(file.Text))
                .FirstOrDefault();
            _documents[path] = document;
        }

        return document;
    }

    private static XDocument? Parse(string text)
    {
        try
        {
            return XDocument.Parse(text, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string Lines(XElement element)
        => string.Concat(element.ToString(SaveOptions.DisableFormatting).Split('\n').Select(line => $"/// {line.Trim()}\n"));

    private static string Resolve(string source, string path) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source) ?? "", path));
}

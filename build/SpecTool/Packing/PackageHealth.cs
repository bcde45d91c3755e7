using System.IO.Compression;
using System.Xml.Linq;

namespace Valentina.SpecTool.Packing;

/// <summary>What is in a package, and what it lacks that people and package pages look for.</summary>
/// <param name="Name">The package's file name.</param>
/// <param name="Files">What is in it, with the size in bytes.</param>
/// <param name="Points">What was looked at.</param>
/// <param name="Faults">What is wrong; empty for a healthy one.</param>
internal sealed record PackageHealth(
    string Name, IReadOnlyList<(string Path, long Size)> Files, IReadOnlyList<string> Points, IReadOnlyList<string> Faults)
{
    private static readonly string[] Said =
    [
        "description", "tags", "authors", "license", "copyright", "projectUrl", "repository", "releaseNotes", "readme", "icon",
    ];

    /// <summary>Looks at a package, with its symbols beside it.</summary>
    public static PackageHealth Of(string path)
    {
        var points = new List<string>();
        var faults = new List<string>();
        using var archive = ZipFile.OpenRead(path);
        var files = archive.Entries.Where(entry => !IsPackaging(entry.FullName))
            .Select(entry => (entry.FullName, entry.Length)).ToList();
        var description = archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal));
        var metadata = ReadXml(description).Root!.Elements().First();
        foreach (var name in Said)
        {
            Demand(Of(metadata, name) is { } said && (said.Value.Length > 0 || said.HasAttributes), name);
        }

        Demand(Of(metadata, "repository")?.Attribute("commit") is not null, "commit");
        Demand(archive.GetEntry("icon.png") is not null, "icon is inside");
        var readme = archive.GetEntry("README.md");
        Demand(readme is not null && !PackagePage.HasRelativeLinks(ReadText(readme)), "README with absolute links");

        var id = Of(metadata, "id")!.Value;
        var symbols = Path.ChangeExtension(path, ".snupkg");
        using var symbolArchive = File.Exists(symbols) ? ZipFile.OpenRead(symbols) : null;
        var own = archive.Entries.Where(entry => Path.GetFileName(entry.FullName) == id + ".dll").ToList();
        Demand(own.Count > 0, "assemblies");
        foreach (var assembly in own)
        {
            var folder = Path.GetDirectoryName(assembly.FullName)!.Replace('\\', '/');
            var pdb = symbolArchive?.GetEntry($"{folder}/{id}.pdb") ?? archive.GetEntry($"{folder}/{id}.pdb");
            Demand(AssemblyHealth.IsDeterministic(ReadBytes(assembly)), $"{folder}: deterministic");
            Demand(pdb is not null, $"{folder}: symbols");
            if (pdb is not null)
            {
                var sources = AssemblyHealth.ReadSources(ReadBytes(pdb));
                Demand(sources.Map.Contains("https://", StringComparison.Ordinal), $"{folder}: SourceLink");
                Demand(sources.OfThisMachine.Count == 0, $"{folder}: no paths of the machine (built with CI=true)");
                var unknown = string.Join(' ', sources.Unknown.Take(3));
                Demand(unknown.Length == 0, $"{folder}: every source linked or embedded {unknown}".Trim());
            }

            if (folder.StartsWith("lib/", StringComparison.Ordinal))
            {
                var documentation = archive.GetEntry($"{folder}/{id}.xml");
                var isPublic = documentation is not null && OnlyVisible(assembly, documentation);
                Demand(isPublic, $"{folder}: documentation of public members alone");
            }
        }

        return new PackageHealth(Path.GetFileName(path), files, points, faults);

        void Demand(bool holds, string point) => (holds ? points : faults).Add(point);
    }

    private static bool OnlyVisible(ZipArchiveEntry assembly, ZipArchiveEntry documentation)
    {
        var folder = Directory.CreateTempSubdirectory("valentina-package-");
        try
        {
            var file = Path.Combine(folder.FullName, Path.GetFileName(assembly.FullName));
            assembly.ExtractToFile(file);
            var visible = PublicDocumentation.VisibleIn(file);
            var members = ReadXml(documentation).Descendants("member").Select(member => (string)member.Attribute("name")!).ToList();
            return members.Count > 0 && members.All(visible.Contains);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static bool IsPackaging(string path)
        => path is "[Content_Types].xml"
            || path.StartsWith("_rels/", StringComparison.Ordinal) || path.StartsWith("package/", StringComparison.Ordinal);

    private static XElement? Of(XElement metadata, string name)
        => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    private static byte[] ReadBytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string ReadText(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static XDocument ReadXml(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}

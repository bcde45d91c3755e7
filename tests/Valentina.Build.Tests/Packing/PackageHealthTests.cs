using System.IO.Compression;
using Valentina.SpecTool.Packing;

namespace Valentina.Build.Tests.Packing;

/// <summary>What a package lacks is named. That ours lack nothing is seen where they are packed (<c>.ci/consumer</c>).</summary>
public sealed class PackageHealthTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("valentina-package-");

    [Fact]
    public void A_poor_package_is_told_everything_it_lacks()
    {
        var health = PackageHealth.Of(Pack(
            ("Poor.nuspec", "<package><metadata><id>Poor</id><description>A package.</description></metadata></package>"),
            ("README.md", "See [the rest](docs/rest.md)."),
            ("[Content_Types].xml", "<Types />")));

        health.Files.Select(file => file.Path).Should().Equal("Poor.nuspec", "README.md");
        health.Points.Should().Equal("description");
        health.Faults.Should().Contain(
            ["license", "icon", "repository", "commit", "icon is inside", "README with absolute links", "assemblies"]);
    }

    [Fact]
    public void Assemblies_are_looked_into()
    {
        var assembly = typeof(PackageHealth).Assembly.Location;
        var health = PackageHealth.Of(Pack(
            ("lib/net10.0/spectool.dll", assembly), ("lib/net10.0/spectool.pdb", Path.ChangeExtension(assembly, ".pdb")),
            ("x.nuspec", "<package><metadata><id>spectool</id></metadata></package>")));

        health.Points.Should().Contain(["assemblies", "lib/net10.0: deterministic", "lib/net10.0: symbols"]);
        health.Faults.Should().Contain("lib/net10.0: documentation of public members alone");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Pack(params (string Path, string Content)[] files)
    {
        var path = Path.Combine(_folder.FullName, "made.1.0.0.nupkg");
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            if (File.Exists(content))
            {
                archive.CreateEntryFromFile(content, name);
                continue;
            }

            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(content);
        }

        return path;
    }
}

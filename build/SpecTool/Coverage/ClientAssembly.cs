using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Coverage;

/// <summary>Finds, builds and loads the client assembly with the packages it needs.</summary>
internal static class ClientAssembly
{
    private const string FileName = "Valentina.Client.dll";

    /// <summary>Builds the client as a user would.</summary>
    /// <exception cref="CoverageException">The build failed.</exception>
    public static void Build(string repository)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["build", Path.Combine(repository, "src", "Facade"), "-f", "net10.0", "-v", "q", "--nologo", "-clp:ErrorsOnly"]);
        using var build = Process.Start(start)!;
        build.WaitForExit();
        if (build.ExitCode != 0)
        {
            throw new CoverageException("The client does not build; what the build says stands above.");
        }
    }

    /// <summary>The assembly that was built last.</summary>
    /// <exception cref="CoverageException">There is none.</exception>
    public static string Find(string repository)
        => new DirectoryInfo(Path.Combine(repository, "src", "Facade", "bin")) is { Exists: true } bin
            && bin.EnumerateFiles(FileName, SearchOption.AllDirectories)
                .Where(file => file.Directory!.Name == "net10.0")
                .MaxBy(file => file.LastWriteTimeUtc) is { } newest
            ? newest.FullName
            : throw new CoverageException("The client was not built yet: run 'dotnet build src/Facade', or leave out --no-build.");

    /// <summary>Loads it. A library's own folder holds no packages, so they are taken from where its restore found them.</summary>
    public static Assembly Load(string file)
    {
        var packages = ReadPackages(file);
        var context = new AssemblyLoadContext("client");
        context.Resolving += (_, name) => packages.TryGetValue(name.Name!, out var path) ? context.LoadFromAssemblyPath(path) : null;
        return context.LoadFromAssemblyPath(Path.GetFullPath(file));
    }

    private static Dictionary<string, string> ReadPackages(string file)
    {
        var root = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var dependencies = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(file, ".deps.json")))!;
        foreach (var (library, entry) in dependencies["targets"]!.AsObject().Single().Value!.AsObject())
        {
            var folder = dependencies["libraries"]![library]?["path"]?.GetValue<string>();
            foreach (var (asset, _) in entry!["runtime"]?.AsObject() ?? [])
            {
                var beside = Path.Combine(Path.GetDirectoryName(file)!, Path.GetFileName(asset));
                found[Path.GetFileNameWithoutExtension(asset)] = folder is null || File.Exists(beside)
                    ? beside
                    : Path.Combine(root, folder, asset);
            }
        }

        return found;
    }
}

using System.Text.Json.Nodes;
using Valentina.Build.Tests.Texts;

namespace Valentina.Build.Tests.Drift;

/// <summary>A folder of a test's own, with a copy of the contracts if the test wants one.</summary>
internal sealed class Folder : IDisposable
{
    public Folder()
    {
        Root = Directory.CreateTempSubdirectory("drift-").FullName;
    }

    public string Root { get; }

    public string OpenApi => Path.Combine(Root, "openapi");

    public string File(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Copies the contracts, so that a test may change them.</summary>
    public Folder WithContracts()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("openapi"), "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(OpenApi, Path.GetRelativePath(Repository.PathOf("openapi"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            System.IO.File.Copy(file, copy);
        }

        return this;
    }

    /// <summary>A pinned document, changed.</summary>
    public string Changed(string api, Action<JsonObject> change)
    {
        var document = Repository.ReadJson(Repository.PathOf("openapi", api + ".json")).AsObject();
        change(document);
        return File($"changed-{api}.json", document.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

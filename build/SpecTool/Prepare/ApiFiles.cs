using Valentina.SpecTool.Apis;

namespace Valentina.SpecTool.Prepare;

/// <summary>Where the files of one API lie.</summary>
/// <param name="Name">The API's short name.</param>
/// <param name="Folder">The folder of the contracts, <c>openapi</c>.</param>
public sealed record ApiFiles(string Name, string Folder)
{
    /// <summary>The short names of the APIs.</summary>
    public static IReadOnlyList<string> Names => ApiList.Names;

    /// <summary>What the list of APIs says of it.</summary>
    public ApiEntry Entry { get; } = ApiList.Of(Name);

    /// <summary>The document as it was published.</summary>
    public string Published => Path.Combine(Folder, Entry.Document);

    /// <summary>Our corrections.</summary>
    public string Overlay => Path.Combine(Folder, Entry.Overlay);

    /// <summary>Our own texts.</summary>
    public string Texts => Path.Combine(Folder, Entry.Texts);

    /// <summary>Published + corrections, committed.</summary>
    public string Prepared => Path.Combine(Folder, "prepared", $"{Name}.json");

    /// <summary>The files of the API <paramref name="name"/>, or of each when it is <c>all</c>.</summary>
    public static IReadOnlyList<ApiFiles> For(string name, string folder)
        => [.. Names.Where(api => name == "all" || api == name).Select(api => new ApiFiles(api, folder))];

    /// <summary>The folder <c>openapi</c> of the repository that <paramref name="start"/> lies in.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none above it.</exception>
    public static string FindFolder(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Valentina.sln")))
            {
                return Path.Combine(folder.FullName, "openapi");
            }
        }

        throw new DirectoryNotFoundException($"No folder above '{start}' holds Valentina.sln.");
    }
}

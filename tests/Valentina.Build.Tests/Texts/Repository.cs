using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Texts;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static JsonNode ReadJson(string path) => JsonNode.Parse(File.ReadAllText(path))!;

    private static string FindRoot()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Valentina.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("Valentina.sln was not found above the test's directory.");
    }
}

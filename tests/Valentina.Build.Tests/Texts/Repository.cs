using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Texts;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    public static string PathOf(params string[] parts) => RepositoryRoot.PathOf(parts);

    public static JsonNode ReadJson(string path) => JsonNode.Parse(File.ReadAllText(path))!;
}

namespace Valentina.Build.Tests.View;

/// <summary>Files of the repository the tests run in.</summary>
internal static class RepositoryFiles
{
    /// <summary>The root folder.</summary>
    public static string Root { get; } = RepositoryRoot.Path;

    /// <summary>The prepared document of an API.</summary>
    public static string Prepared(string api) => Path.Combine(Root, "openapi", "prepared", api + ".json");
}

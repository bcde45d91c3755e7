namespace Valentina.Tests.Shared;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder of the solution.</summary>
    public static string Path { get; } = Find();

    /// <summary>The absolute path of what lies below the root.</summary>
    public static string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(directory.FullName, "Valentina.sln")))
            {
                return directory.FullName;
            }
        }

        throw new InvalidOperationException("Valentina.sln was not found above the test's directory.");
    }
}

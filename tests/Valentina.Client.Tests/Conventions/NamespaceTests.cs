using System.Text.RegularExpressions;

namespace Valentina.Client.Tests.Conventions;

/// <summary>
/// The namespace of a file is that of its folder. In the packages, what users see lives in few namespaces, whatever its folder, and what is
/// internal may live beside what it serves. Folders named Support may share the namespace of what they support.
/// </summary>
public partial class NamespaceTests
{
    /// <summary>The namespaces of the packages that users see.</summary>
    internal static readonly string[] Public =
    [
        "Valentina", "Valentina.Services", "Valentina.Models", "Valentina.Raw", "Valentina.Testing", "Valentina.Testing.Contract",
        "Valentina.ClaudeCode", "Valentina.ClaudeCode.Models", "Valentina.ClaudeCode.Raw",
        "Valentina.Redis", "Valentina.AI", "Microsoft.Extensions.AI", "Microsoft.Extensions.DependencyInjection",

        // Not for users to call, but their generated code must reach the converters named in attributes.
        "Valentina.Json",
    ];

    /// <summary>The namespaces of the projects that are not called like their folders; longer paths first.</summary>
    private static readonly (string Folder, string Namespace)[] Roots =
    [
        // Also compiled into the stress program, which is no test project.
        ("tests/Valentina.Conformance.Tests/Raw", "Valentina.Conformance.Raw"),
        ("tests/Valentina.Conformance.Tests/Transcripts", "Valentina.Conformance.Transcripts"),
        // A namespace "Fake" would hide the property that nearly every test there has.
        ("tests/Valentina.Conformance.Tests/Fake", "Valentina.Conformance.Tests.FakeServer"),
        // The other part of a class in the conformance tests.
        ("tests/Stress/Scenarios/Mutations/WireJson.Serializer.cs", "Valentina.Conformance.Raw"),
        ("src/Facade", "Valentina"),
        ("src/Testing", "Valentina.Testing"),
        ("src/Redis", "Valentina.Redis"),
        ("src/AI", "Valentina.AI"),
        ("src/Mcp", "Valentina.Mcp"),
        ("src/HealthChecks", "Valentina.HealthChecks"),
        ("src/AspNetCore", "Valentina.AspNetCore"),
        ("build/SpecTool", "Valentina.SpecTool"),
        ("build/SyncGenerator", "Valentina.SyncGenerator"),
        ("tests/Shared", "Valentina.Tests.Shared"),
        ("tests/Progress", "Valentina.Progress.TestLogger"),
        ("tests/Stress", "Valentina.Stress"),
        ("tests/Benchmarks", "Valentina.Benchmarks"),
        // Files for projects that "dotnet new" makes; its namespaces are theirs.
        ("tests/Consumer", ""),
        ("tests/Rivals", "Valentina.Rivals"),
        ("samples", ""),
        ("tests", ""),
    ];

    [Fact]
    public void The_namespace_is_that_of_the_folder_or_one_that_users_see()
        => SourceFiles.HandWritten("src", "build", "tests", "samples")
            .Select(file => (File: file, Namespace: Declared(file)))
            .Where(one => one.Namespace is not null && !IsAllowed(one.File, one.Namespace))
            .Should().BeEmpty("a reader who knows the namespace knows the folder");

    [Fact]
    public void What_users_see_lives_in_a_namespace_for_users()
        => SourceFiles.HandWritten("src").Where(file => PublicType().IsMatch(Text(file)) && !Public.Contains(Declared(file)))
            .Should().BeEmpty();

    private static bool IsAllowed(string file, string declared)
        => declared == OfFolder(file)
            || declared == OfFolder(file.Replace("/Support/", "/", StringComparison.Ordinal))
            || (file.StartsWith("src/", StringComparison.Ordinal) && Public.Contains(declared));

    private static string OfFolder(string file)
    {
        var (root, name) = Roots.First(one => file == one.Folder || file.StartsWith(one.Folder + "/", StringComparison.Ordinal));
        var below = file[root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1);
        return string.Join('.', below.Prepend(name).Where(part => part.Length > 0));
    }

    private static string? Declared(string file) => Namespace().Match(Text(file)) is { Success: true } match ? match.Groups[1].Value : null;

    private static string Text(string file) => File.ReadAllText(RepositoryRoot.PathOf(file));

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public [\w ]*(class|struct|interface|enum|record|delegate) ", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}

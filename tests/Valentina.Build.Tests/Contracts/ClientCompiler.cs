using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Valentina.Build.Tests.Contracts;

/// <summary>Compiles generated sources against the built SDK, as strictly as its own project is compiled.</summary>
internal static class ClientCompiler
{
    // A name the SDK shows its internals to: generated clients are built on them.
    private const string AssemblyName = "Valentina.Client.Tests";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false);

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Newtonsoft.Json.dll" or "Valentina.Client.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    public static Compilation Compile(IEnumerable<string> sources)
        => CSharpCompilation.Create(AssemblyName, sources.Select(source => CSharpSyntaxTree.ParseText(source, Parsing)), References.Value, Options);
}

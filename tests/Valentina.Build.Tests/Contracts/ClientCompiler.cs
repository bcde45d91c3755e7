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
        OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: false,
        // A package built for an older framework, which every project takes for granted.
        specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Newtonsoft.Json.dll" or "Valentina.Client.dll"))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    /// <summary>The types that the overlays of the real contracts name as written by hand.</summary>
    private const string ByHand = """
        namespace Changed.Models
        {
            /// <summary>Either.</summary>
            public sealed class MessageContent : Valentina.Json.IJsonModel<MessageContent>
            {
                /// <summary>Reads it.</summary>
                public static MessageContent ReadJson(ref System.Text.Json.Utf8JsonReader reader) => new();

                /// <summary>Writes it.</summary>
                public void WriteJson(System.Text.Json.Utf8JsonWriter writer) => writer.WriteNullValue();
            }
        }
        """;

    public static Compilation Compile(IEnumerable<string> sources)
        => CSharpCompilation.Create(AssemblyName, sources.Append(ByHand).Select(source => CSharpSyntaxTree.ParseText(source, Parsing)),
            References.Value, Options);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Valentina.SyncGenerator;

namespace Valentina.Build.Tests.SyncGenerator;

/// <summary>Runs the generator over a piece of source and shows what came out.</summary>
internal sealed class Generated
{
    private static readonly Lazy<MetadataReference[]> References = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path))
            .ToArray());

    private Generated(string text, IReadOnlyList<Diagnostic> findings, IReadOnlyList<Diagnostic> compilerErrors, Compilation output)
    {
        Text = text;
        Findings = findings;
        CompilerErrors = compilerErrors;
        Output = output;
    }

    /// <summary>The twins, without the attribute.</summary>
    public string Text { get; }

    /// <summary>What the generator reported.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>What the compiler says of source and twins together.</summary>
    public IReadOnlyList<Diagnostic> CompilerErrors { get; }

    public Compilation Output { get; }

    /// <summary>Runs over the members of a marked class, in whose company a small asynchronous source lives.</summary>
    public static Generated FromMembers(string members) => From($$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        namespace Sample;

        public class Source
        {
            public Task<int> CountAsync(string name, CancellationToken token = default) => Task.FromResult(name.Length);
            public int Count(string name, CancellationToken token = default) => name.Length;
            public Task ClearAsync(CancellationToken token = default) => Task.CompletedTask;
            public void Clear(CancellationToken token = default) { }
            public Task OrphanAsync() => Task.CompletedTask;
            public async IAsyncEnumerable<int> NumbersAsync([EnumeratorCancellation] CancellationToken token = default) { yield return 1; await Task.Yield(); }
            public IEnumerable<int> Numbers(CancellationToken token = default) { yield return 1; }
        }

        [Valentina.GenerateSync]
        public partial class Service
        {
            private readonly Source _source = new();
        {{members}}
        }
        """);

    public static Generated From(string source)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose);
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(source, options, path: "Service.cs")],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver.Create([new SyncTwinGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var findings);
        var text = string.Join("\n", driver.GetRunResult().GeneratedTrees
            .Where(tree => Path.GetFileName(tree.FilePath) is not ("GenerateSyncAttribute.g.cs" or "Microsoft.CodeAnalysis.EmbeddedAttribute.cs"))
            .Select(tree => tree.ToString()));
        var errors = output.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).ToList();
        return new Generated(text, findings, errors, output);
    }

    /// <summary>Proves that twins were written and that they compile.</summary>
    public Generated Compiles()
    {
        Findings.Should().BeEmpty();
        CompilerErrors.Should().BeEmpty(Text);
        Text.Should().NotBeEmpty();
        return this;
    }

    /// <summary>The one thing the generator refused, and the source it points to.</summary>
    public (string Id, string Place) Refusal()
    {
        var finding = Findings.Should().ContainSingle().Subject;
        finding.Severity.Should().Be(DiagnosticSeverity.Error);
        var line = finding.Location.GetLineSpan();
        var tree = Output.SyntaxTrees.Single(candidate => candidate.FilePath == line.Path);
        return (finding.Id, tree.GetText().ToString(finding.Location.SourceSpan));
    }
}

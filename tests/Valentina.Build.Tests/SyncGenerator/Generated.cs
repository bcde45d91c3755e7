using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Valentina.SyncGenerator;

namespace Valentina.Build.Tests.SyncGenerator;

/// <summary>Runs the generator over a piece of source and shows what came out.</summary>
internal sealed partial class Generated
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

    /// <summary>What was written, without the attributes.</summary>
    public string Text { get; }

    /// <summary>The same with the names of types as a reader would write them.</summary>
    public string ShortText => QualifiedName().Replace(Text, "");

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

    /// <summary>
    /// Runs over the members of a marked service, beside which stand the types that lists are made of. Its file lies in <c>Services</c>;
    /// documentation is included from <c>Texts.xml</c> above it.
    /// </summary>
    public static Generated FromService(string members, string documents = "", string mark = "[Valentina.GenerateSync]") => From(
        $$"""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Valentina;
        using Valentina.Raw;

        namespace Valentina
        {
            using System.Collections.Generic;

            public class ValentinaException : Exception { public int ResumeOffset; }
            public class RequestOptions;
            public class PagingOptions
            {
                internal static PagingOptions? ForWholeList(PagingOptions? paging) => paging;
            }

            public class Page<T>;
        }

        namespace Valentina.Raw
        {
            public class ApiOperation { public int MaxPageSize { get; init; } }
            public static class ValentinaOperations
            {
                public static ApiOperation ListBreads { get; } = new() { MaxPageSize = 100 };
                public static string Motto { get; } = "Bread";
            }
        }

        namespace Valentina.Paging
        {
            using System.Collections.Generic;

            internal static class Pager
            {
                public static IAsyncEnumerable<T> EnumerateAsync<T>(
                    Func<int, int, CancellationToken, Task<Page<T>>> fetch, int max, PagingOptions? paging, CancellationToken token)
                    => throw new NotSupportedException();
                public static IEnumerable<T> Enumerate<T>(
                    Func<int, int, CancellationToken, Page<T>> fetch, int max, PagingOptions? paging, CancellationToken token)
                    => throw new NotSupportedException();
                public static Task<IReadOnlyList<T>> ListAsync<T>(IAsyncEnumerable<T> items) => throw new NotSupportedException();
                public static IReadOnlyList<T> List<T>(IEnumerable<T> items) => throw new NotSupportedException();
            }
        }

        namespace Valentina.Services
        {
            public class Bread;

            {{mark}}
            public partial class BreadsService
            {
        {{members}}
                private static Page<Bread> Fetch(string? kind, CancellationToken token) => new();
                private static Task<Page<Bread>> FetchAsync(string? kind, CancellationToken token) => Task.FromResult(new Page<Bread>());
            }
        }
        """,
        documents);

    public static Generated From(string source, string documents = "")
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Diagnose);
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(source, options, path: "Services/Service.cs")],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var driver = CSharpGeneratorDriver
            .Create([new SyncTwinGenerator().AsSourceGenerator()], [new IncludedText("Texts.xml", documents)], options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var findings);
        var text = string.Join("\n", driver.GetRunResult().GeneratedTrees
            .Where(tree => !tree.FilePath.EndsWith("Attribute.g.cs", StringComparison.Ordinal)
                && !tree.FilePath.EndsWith("EmbeddedAttribute.cs", StringComparison.Ordinal))
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

    /// <summary>The lines of the documentation of a method that was written.</summary>
    public IEnumerable<string> DocumentationOf(string method)
        => Output.SyntaxTrees.Skip(1).SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<MethodDeclarationSyntax>()
            .Single(declaration => declaration.Identifier.ValueText == method)
            .GetLeadingTrivia().ToFullString().Split('\n').Select(line => line.Trim().TrimStart('/').Trim()).Where(line => line.Length > 0);

    /// <summary>The one thing the generator refused, and the source it points to.</summary>
    public (string Id, string Place) Diagnostic()
    {
        var finding = Findings.Should().ContainSingle().Subject;
        finding.Severity.Should().Be(DiagnosticSeverity.Error);
        var line = finding.Location.GetLineSpan();
        var tree = Output.SyntaxTrees.Single(candidate => candidate.FilePath == line.Path);
        return (finding.Id, tree.GetText().ToString(finding.Location.SourceSpan));
    }

    [GeneratedRegex(@"global::(\w+\.)*?(?=\w+[<>? (]|Bread|ValentinaOperations)")]
    private static partial Regex QualifiedName();
}

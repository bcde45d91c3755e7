using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Valentina.SyncGenerator;

namespace Valentina.Build.Tests.SyncGenerator;

/// <summary>Typing elsewhere must not write the twins again.</summary>
public class SyncCachingTests
{
    private const string Service = """
        using System.Threading;
        using System.Threading.Tasks;
        using Valentina;

        public class RequestOptions;
        public class Page<T>;
        public class Operation { public int MaxPageSize => 100; public static Operation List { get; } = new(); }

        [GenerateSync]
        public partial class Service
        {
            public Task<int> OneAsync() => Task.FromResult(1);

            /// <include file="Texts.xml" path="docs/page/*"/>
            [Paged(nameof(Operation.List))]
            public Task<Page<int>> GetPageAsync(int limit, int offset, RequestOptions options, CancellationToken cancellationToken)
                => Task.FromResult(new Page<int>());
        }
        """;

    [Fact]
    public void A_change_in_another_file_leaves_the_output_cached()
    {
        var compilation = Compile();
        var changed = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;"));

        Reasons(Driver().RunGenerators(compilation).RunGenerators(changed)).Should().NotBeEmpty()
            .And.OnlyContain(reason => reason == IncrementalStepRunReason.Cached || reason == IncrementalStepRunReason.Unchanged);
    }

    [Fact]
    public void A_change_of_the_included_documentation_reaches_the_output()
    {
        var compilation = Compile();
        var first = new IncludedText("Texts.xml", "<docs><page><remarks>Old.</remarks></page></docs>");
        var driver = Driver(first).RunGenerators(compilation);

        var second = new IncludedText("Texts.xml", "<docs><page><remarks>New.</remarks></page></docs>");
        driver = driver.ReplaceAdditionalText(first, second).RunGenerators(compilation);

        driver.GetRunResult().GeneratedTrees
            .Single(tree => tree.FilePath.EndsWith("Service.Sync.g.cs", StringComparison.Ordinal))
            .ToString()
            .Should().Contain("<remarks>New.</remarks>").And.NotContain("Old.");
    }

    private static CSharpCompilation Compile()
        => CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(Service, path: "Service.cs")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);

    private static GeneratorDriver Driver(params IncludedText[] texts)
        => CSharpGeneratorDriver.Create(
            [new SyncTwinGenerator().AsSourceGenerator()],
            texts,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorDriver driver)
        => driver.GetRunResult().Results.Single().TrackedOutputSteps
            .SelectMany(step => step.Value)
            .SelectMany(step => step.Outputs)
            .Select(output => output.Reason);
}

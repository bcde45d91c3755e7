using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Valentina.SyncGenerator;

namespace Valentina.Build.Tests.SyncGenerator;

/// <summary>Typing elsewhere must not write the twins again.</summary>
public class SyncCachingTests
{
    [Fact]
    public void A_change_in_another_file_leaves_the_output_cached()
    {
        var service = CSharpSyntaxTree.ParseText("""
            using System.Threading.Tasks;
            [Valentina.GenerateSync] public partial class Service { public Task<int> OneAsync() => Task.FromResult(1); }
            """);
        var compilation = CSharpCompilation.Create("Sample", [service], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var options = new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true);

        var driver = CSharpGeneratorDriver.Create([new SyncTwinGenerator().AsSourceGenerator()], driverOptions: options)
            .RunGenerators(compilation)
            .RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Other;")));

        driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs)
            .Should().OnlyContain(output => output.Reason == IncrementalStepRunReason.Cached || output.Reason == IncrementalStepRunReason.Unchanged);
    }
}

using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Model;
using Xunit.Abstractions;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>Three hundred seeded ways to write the real documents in other words: none of them is a change.</summary>
[TestLimit(600)]
public sealed class RewriteTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("valentina", false, 10)]
    [InlineData("valentina", true, 190)]
    [InlineData("claude-code", false, 100)]
    public void Other_words_for_the_same_contract_are_no_change(string name, bool inPieces, int times)
    {
        var random = new Random(TestSeed.Take(output));
        var samples = (inPieces ? SampleContract.Pieces(name) : [SampleContract.Read(name)])
            .Select(sample => (Sample: sample, Original: ContractReader.Read(sample.Root)))
            .ToList();
        var failures = new List<string>();
        for (var turn = 0; turn < times; turn++)
        {
            var (sample, original) = samples[random.Next(samples.Count)];
            var document = (JsonObject)sample.Root.DeepClone();
            var kinds = new Rewriter(document, random).Apply();
            var rewritten = ContractReader.Read(document);

            failures.AddRange(ContractComparer.Compare(original, rewritten)
                .Concat(ContractComparer.Compare(rewritten, original))
                .Take(3)
                .Select(finding => $"{turn} ({kinds}): {finding.Rule.Id} {finding.Pointer} {finding.Old} → {finding.New}"));
        }

        output.WriteLine($"{name}: {times} rewrites, {failures.Count} findings");
        failures.Should().BeEmpty();
    }
}

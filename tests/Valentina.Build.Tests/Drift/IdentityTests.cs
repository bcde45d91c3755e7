using System.Text.Json.Nodes;
using Valentina.Build.Tests.Texts;
using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Model;

namespace Valentina.Build.Tests.Drift;

/// <summary>A document has not changed against itself.</summary>
public sealed class IdentityTests
{
    [Theory]
    [InlineData("openapi/valentina.json", 166)]
    [InlineData("openapi/claude-code.json", 12)]
    [InlineData("openapi/prepared/valentina.json", 166)]
    [InlineData("openapi/prepared/claude-code.json", 12)]
    public void A_real_document_shows_no_change_against_itself(string path, int operations)
    {
        var root = (JsonObject)Repository.ReadJson(Repository.PathOf(path));

        var contract = ContractReader.Read(root);

        contract.Operations.Should().HaveCount(operations);
        ContractComparer.Compare(contract, ContractReader.Read((JsonObject)root.DeepClone()), new CompareOptions { Texts = true })
            .Should().BeEmpty();
    }
}

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

    [Fact]
    public void A_type_written_out_in_place_is_the_same_although_a_member_is_called_like_it()
    {
        var old = ContractReader.Read(Usage("""{"$ref": "#/components/schemas/Usage"}"""));
        var now = ContractReader.Read(Usage(
            """
            {"type": "object", "required": ["usage"], "properties": {"usage": {"type": "integer"}, "left": {"type": "integer"}}}
            """));

        ContractComparer.Compare(old, now, new CompareOptions { Texts = true }).Should().BeEmpty();
        ContractComparer.Compare(now, old, new CompareOptions { Texts = true }).Should().BeEmpty();
    }

    private static JsonObject Usage(string schema) => JsonNode.Parse("""
        {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/usage": {"get": {"responses": {"200": {"description": "Success",
        "content": {"application/json": {"schema": SCHEMA}}}}}}}, "components": {"schemas": {
        "Usage": {"type": "object", "required": ["usage"], "properties": {"usage": {"type": "integer"}, "left": {"type": "integer"}}}}}}
        """.Replace("SCHEMA", schema, StringComparison.Ordinal))!.AsObject();
}

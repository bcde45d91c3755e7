using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Valentina.Build.Tests.View;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Tools;

namespace Valentina.Build.Tests.Tools;

/// <summary>What a model is told of the operations comes from the contract and our texts.</summary>
public sealed partial class ToolsWriterTests
{
    [Fact]
    public void Every_reading_operation_within_a_company_and_its_dice_are_described_once()
    {
        var code = Write(Document("prepared/valentina.json"), Document("valentina.texts.json"));

        var names = Tool().Matches(code).Select(tool => tool.Groups["id"].Value).ToList();
        names.Should().OnlyHaveUniqueItems()
            .And.Contain(["listCharacters", "createDiceRoll"]).And.NotContain(["createCharacter", "listCompanies"]);
        CSharpSyntaxTree.ParseText(code).GetDiagnostics().Should().BeEmpty();
    }

    [Fact]
    public void A_tool_has_our_text_and_the_limits_of_its_arguments_without_the_company()
    {
        var tool = Described("listThings", Small("get"));

        tool.Should().Contain("\"list_things\"")
            .And.Contain("isReading: true, needsActingUser: true").And.Contain("Reads the things of a company.");
        var arguments = Arguments(tool);
        arguments["properties"]!.AsObject().Select(member => member.Key).Should().Equal("thing_id", "limit");
        arguments["properties"]!["limit"]!.ToJsonString().Should().Be(
            """{"type":"integer","default":10,"minimum":0,"maximum":100,"description":"How many."}""");
        arguments["required"]!.AsArray().Select(name => (string)name!).Should().Equal("thing_id");
        arguments["additionalProperties"]!.GetValue<bool>().Should().BeFalse();
    }

    [Fact]
    public void What_writes_is_no_tool_unless_it_is_a_roll_of_dice()
        => Write(Small("delete"), Texts()).Should().NotContain("listThings");

    [Fact]
    public void A_text_cannot_break_out_of_its_literal()
    {
        var texts = Texts();
        texts["operations"]!["listThings"]!["summary"] = "\"); class Evil { } //\n\u2028";

        CSharpSyntaxTree.ParseText(Write(Small("get"), texts)).GetDiagnostics().Should().BeEmpty();
    }

    private static string Write(JsonObject prepared, JsonObject texts) => ToolsWriter.Write(prepared, texts);

    private static string Described(string operation, JsonObject prepared)
        => Write(prepared, Texts()).Split("        new(").Single(tool => tool.StartsWith($"\"{operation}\"", StringComparison.Ordinal));

    private static JsonObject Arguments(string tool)
    {
        var literal = tool[tool.LastIndexOf("\"{", StringComparison.Ordinal)..(tool.LastIndexOf("}\"", StringComparison.Ordinal) + 2)];
        return JsonNode.Parse((string)CSharpSyntaxTree.ParseText(literal).GetRoot().DescendantTokens().First().Value!)!.AsObject();
    }

    private static JsonObject Document(string file) => JsonText.ReadObject(Path.Combine(RepositoryFiles.Root, "openapi", file));

    private static JsonObject Texts() => JsonNode.Parse("""
        {
          "operations": { "listThings": { "summary": "Reads the `things` of a company." } },
          "parameters": { "limit": "How many." }
        }
        """)!.AsObject();

    private static JsonObject Small(string method) => JsonNode.Parse($$"""
        {
          "paths": {
            "/api/v1/companies/{company_id}/things/{thing_id}": {
              "{{method}}": {
                "operationId": "listThings",
                "x-on-behalf-of": "required",
                "parameters": [
                  { "name": "company_id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } },
                  { "name": "thing_id", "in": "path", "required": true, "schema": { "type": "string", "format": "uuid" } },
                  { "name": "limit", "in": "query", "schema": { "type": "integer", "minimum": 0, "maximum": 100, "default": 10 } }
                ],
                "responses": { "204": { "description": "Done" } }
              }
            }
          },
          "components": { "schemas": {} }
        }
        """)!.AsObject();

    [GeneratedRegex("""^        new\("(?<id>\w+)",""", RegexOptions.Multiline)]
    private static partial Regex Tool();
}

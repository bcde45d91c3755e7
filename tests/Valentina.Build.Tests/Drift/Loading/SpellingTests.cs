using System.Text.Json.Nodes;
using Valentina.Build.Tests.Texts;

namespace Valentina.Build.Tests.Drift.Loading;

/// <summary>Documents in another notation are read right.</summary>
public sealed class SpellingTests : IDisposable
{
    private readonly Folder _folder = new();

    [Fact]
    public async Task A_YAML_document_equals_its_JSON_twin()
    {
        var json = _folder.File("shop.json", """
            {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1.0"}, "paths": {"/things/{id}": {"get": {"operationId": "getThing",
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer", "minimum": 1}}],
            "responses": {"200": {"description": "Success", "content": {"application/json": {"schema": {"type": "object", "required": ["name"],
            "properties": {"name": {"type": "string", "enum": ["yes", "no", "1"]}, "note": {"type": ["string", "null"], "default": null}, "open": {"type": "boolean", "default": true}}}}}}}}}}}
            """);
        var yaml = _folder.File("shop.yaml", """
            # The same in YAML.
            openapi: 3.1.0
            info: { title: Shop, version: "1.0" }
            paths:
              /things/{id}:
                get:
                  operationId: getThing
                  parameters:
                    - { name: id, in: path, required: true, schema: { type: integer, minimum: 1.0 } }
                  responses:
                    "200":
                      description: Success
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [name]
                            properties:
                              name: { type: string, enum: ["yes", "no", "1"] }
                              note: { type: [string, "null"], default: null }
                              open: { type: boolean, default: true }
            """);

        var run = await Tool.RunAsync(["drift", "--base", json, "--head", yaml, "--fail-on", "any"]);

        run.Should().BeEquivalentTo(new { Code = 0, Error = "" });
        run.Output.Should().StartWith("Shop 1.0: no difference");
    }

    [Theory]
    [InlineData("valentina")]
    [InlineData("claude-code")]
    public async Task A_real_document_read_as_YAML_equals_itself(string api)
    {
        var text = File.ReadAllText(Repository.PathOf("openapi", api + ".json"));
        var yaml = _folder.File("head.yaml", "# JSON is YAML.\n" + text);

        var run = await Tool.RunAsync(["drift", "--head", yaml, "--folder", Repository.PathOf("openapi"), "--fail-on", "any"]);

        run.Should().BeEquivalentTo(new { Code = 0, Error = "" });
    }

    [Fact]
    public async Task A_3_0_document_equals_its_3_1_twin()
    {
        var old = Shop(
            "3.0.3", """{"type": "string", "nullable": true}""", """{"type": "integer", "minimum": 0, "exclusiveMinimum": true}""",
            """{"type": "string", "format": "binary"}""");
        var now = Shop(
            "3.1.0", """{"type": ["string", "null"]}""", """{"type": "integer", "exclusiveMinimum": 0}""",
            """{"type": "string", "contentMediaType": "application/octet-stream"}""");

        var run = await Tool.RunAsync([
            "drift", "--base", _folder.File("old.json", old), "--head", _folder.File("now.json", now), "--fail-on", "any"
        ]);

        run.Should().BeEquivalentTo(new { Code = 0, Error = "" });
    }

    [Fact]
    public async Task A_3_0_document_is_compared_like_any_other()
    {
        var old = Shop("3.0.3", """{"type": "string", "nullable": true}""", """{"type": "integer"}""", """{"type": "string"}""");
        var now = Shop("3.0.3", """{"type": "string"}""", """{"type": "integer", "maximum": 5}""", """{"type": "string"}""");

        var run = await Tool.RunAsync([
            "drift", "--base", _folder.File("old.json", old), "--head", _folder.File("now.json", now), "--format", "json"
        ]);

        var ids = JsonNode.Parse(run.Output)!["comparisons"]![0]!["findings"]!.AsArray()
            .Select(finding => finding!["id"]!.GetValue<string>());
        ids.Should().Equal("response-property-became-not-nullable", "response-property-max-set");
    }

    [Fact]
    public async Task A_format_beside_a_media_type_of_raw_bytes_counts_all_the_same()
    {
        const string text = """{"type": "string"}""";
        const string media = "\"contentMediaType\": \"application/octet-stream\"";
        var old = Shop("3.1.0", text, text, $$"""{"type": "string", "format": "binary", {{media}}}""");
        var now = Shop("3.1.0", text, text, $$"""{"type": "string", "format": "ipv4", {{media}}}""");

        var run = await Tool.RunAsync([
            "drift", "--base", _folder.File("old.json", old), "--head", _folder.File("now.json", now), "--format", "json"
        ]);

        JsonNode.Parse(run.Output)!["comparisons"]![0]!["findings"]!.AsArray().Select(finding => finding!["id"]!.GetValue<string>())
            .Should().Contain("response-property-type-changed");
    }

    public void Dispose() => _folder.Dispose();

    private static string Shop(string version, string name, string count, string photo) => """
        {"openapi": "VERSION", "info": {"title": "Shop", "version": "1.0"}, "paths": {"/things": {"get": {"operationId": "getThing",
        "responses": {"200": {"description": "Success", "content": {"application/json": {"schema": {"type": "object",
        "properties": {"name": NAME, "count": COUNT, "photo": PHOTO}}}}}}}}}}
        """
        .Replace("VERSION", version, StringComparison.Ordinal)
        .Replace("NAME", name, StringComparison.Ordinal)
        .Replace("COUNT", count, StringComparison.Ordinal)
        .Replace("PHOTO", photo, StringComparison.Ordinal);
}

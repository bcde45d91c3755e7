using System.Text.Json.Nodes;
using Valentina.ClaudeCode.Models;
using Valentina.Models;

namespace Valentina.Extensions.Tests.AspNetCore;

/// <summary>The OpenAPI document of an API that has our models shows what is on the wire.</summary>
public sealed class OpenApiDocumentTests(RunningTable table) : IClassFixture<RunningTable>
{
    [Theory]
    [InlineData("Campaign", "id", """{"type":"string","format":"uuid"}""")]
    [InlineData("Campaign", "name", """{"type":"string"}""")]
    [InlineData("Campaign", "description", """{"type":["null","string"]}""")]
    [InlineData("Campaign", "in_game_date", """{"type":["null","string"],"format":"date"}""")]
    [InlineData("Campaign", "danger", """{"type":"integer","format":"int32"}""")]
    [InlineData("Campaign", "date_created", """{"type":"string","format":"date-time"}""")]
    [InlineData("CampaignPatch", "danger", """{"type":["null","integer"],"format":"int32"}""")]
    [InlineData("Character", "status", """{"$ref":"#/components/schemas/CharacterStatus"}""")]
    [InlineData("Character", "vampire_attributes", """{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/VampireAttributes"}]}""")]
    [InlineData("Character", "specialties", """{"type":"array","items":{"$ref":"#/components/schemas/Specialty"}}""")]
    [InlineData("DiceRoll", "trait_ids", """{"type":"array","items":{"type":"string","format":"uuid"}}""")]
    [InlineData("Completion", "cost", """{"type":"number","format":"double"}""")]
    [InlineData("Completion", "choices", """{"type":["null","array"],"items":{"$ref":"#/components/schemas/CompletionChoice"}}""")]
    [InlineData("PageOfCampaign", "items", """{"type":"array","items":{"$ref":"#/components/schemas/Campaign"}}""")]
    [InlineData("PageOfCampaign", "total", """{"type":"integer","format":"int32"}""")]
    public async Task A_member_has_its_name_and_kind_and_says_whether_it_may_be_null(string schema, string member, string due)
        => Same((await SchemaAsync(schema))["properties"]![member], due);

    [Fact]
    public async Task Enums_show_their_values()
    {
        Same(
            await WithoutTextAsync(nameof(CharacterStatus)),
            new JsonObject { ["type"] = "string", ["enum"] = Values(CharacterStatus.KnownValues) }.ToJsonString());
        Same(
            await WithoutTextAsync(nameof(RollResultType)),
            new JsonObject { ["type"] = "string", ["enum"] = Values(RollResultType.KnownValues) }.ToJsonString());
        Same(await WithoutTextAsync(nameof(DiceSize)), """{"type":"integer","enum":[4,6,8,10,20,100]}""");
    }

    [Fact]
    public async Task Enums_in_the_address_show_their_values()
    {
        var document = await table.DocumentAsync();

        var version = document["paths"]!["/rules/{version}/clans"]!["get"]!["parameters"]![0]!["schema"];
        Same(version, """{"type":"string","enum":["V4","V5"]}""");
        var parameters = document["paths"]!["/characters"]!["get"]!["parameters"]!;
        Same(parameters[0]!["schema"]!["enum"], Values(CharacterClass.KnownValues).ToJsonString());
        Same(parameters[1]!["schema"], """{"type":"array","items":{"$ref":"#/components/schemas/CharacterStatus"}}""");
    }

    [Fact]
    public async Task What_is_required_follows_from_who_writes_it()
    {
        Same((await SchemaAsync("CampaignCreate"))["required"], """["name"]""");
        (await SchemaAsync("CampaignPatch"))["required"].Should().BeNull();
        var always = (await SchemaAsync("Campaign"))["required"]!.AsArray().Select(name => (string)name!).ToList();
        always.Should().Contain(["id", "name", "danger"]).And.NotContain(["description", "in_game_date"]);
    }

    [Fact]
    public async Task A_message_says_a_text_or_parts()
    {
        Same(
            (await SchemaAsync(nameof(MessageContent)))["oneOf"],
            """[{"type":"string"},{"type":"array","items":{"$ref":"#/components/schemas/ContentPart"}}]""");
        Same(
            (await SchemaAsync(nameof(ContentPart)))["properties"], """{"type":{"type":"string"}}""");
    }

    [Theory]
    [InlineData("/campaigns", "get", "200", """{"$ref":"#/components/schemas/PageOfCampaign"}""")]
    [InlineData("/campaigns", "post", "201", """{"$ref":"#/components/schemas/Campaign"}""")]
    [InlineData("/characters", "get", "200", """{"type":"array","items":{"$ref":"#/components/schemas/Character"}}""")]
    public async Task An_answer_is_described_by_its_model(string path, string method, string status, string due)
        => Same(
            (await table.DocumentAsync())["paths"]![path]![method]!["responses"]![status]!["content"]!["application/json"]!["schema"], due);

    [Fact]
    public async Task Every_member_of_a_model_on_the_wire_is_in_its_schema()
    {
        var (_, created) = await table.CallAsync(
            "POST", "/campaigns", """{"name":"rain","description":"Wet.","in_game_date":"1999-12-31"}""");
        var described = (await SchemaAsync("Campaign"))["properties"]!.AsObject().Select(member => member.Key);

        created!.AsObject().Select(member => member.Key).Should().BeSubsetOf(described);
    }

    private static JsonArray Values<T>(IEnumerable<T> known)
        where T : IOpenEnum
        => [.. known.Select(value => (JsonNode)JsonValue.Create(value.Value))];

    private static void Same(JsonNode? actual, string due)
        => JsonNode.DeepEquals(actual, JsonNode.Parse(due)).Should().BeTrue($"{actual?.ToJsonString()} should be {due}");

    private async Task<JsonNode> WithoutTextAsync(string name)
    {
        var schema = (await SchemaAsync(name)).DeepClone();
        schema.AsObject().Remove("description");
        return schema;
    }

    private async Task<JsonNode> SchemaAsync(string name) => (await table.DocumentAsync())["components"]!["schemas"]![name]!;
}

using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Valentina.Extensions.Tests.AspNetCore;

/// <summary>Every model is described, those that hold themselves too, and MVC binds and writes what minimal APIs do.</summary>
public sealed class AllModelsTests(AllModels api) : IClassFixture<AllModels>
{
    [Fact]
    public void Every_model_shows_all_its_members()
    {
        AllModels.Types.Should().HaveCountGreaterThan(150);
        foreach (var type in AllModels.Types)
        {
            var members = type.GetProperties()
                .Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name).OfType<string>().ToList();
            if (members.Count == 0)
            {
                continue;
            }

            var schema = api.Schemas[type.Name];
            schema.Should().NotBeNull(type.Name);
            ((string?)schema!["type"]).Should().Be("object", type.Name);
            schema["properties"]!.AsObject().Select(member => member.Key).Should().BeEquivalentTo(members, type.Name);
        }
    }

    [Fact]
    public void Every_enum_shows_values()
    {
        foreach (var type in AllModels.Types.Where(type => type.IsValueType))
        {
            api.Schemas[type.Name]!["enum"]!.AsArray().Should().NotBeEmpty(type.Name);
        }
    }

    [Fact]
    public void Every_reference_leads_somewhere()
    {
        var references = References(api.Schemas).Select(path => path.Split('/')[^1]).Distinct().ToList();
        references.Should().NotBeEmpty().And.BeSubsetOf(api.Schemas.Select(schema => schema.Key));
    }

    [Theory]
    [InlineData("campaign", """{"$ref":"#/components/schemas/Campaign"}""")]
    [InlineData("other", """{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/Campaign"}]}""")]
    [InlineData("result", """{"$ref":"#/components/schemas/RollResultType"}""")]
    [InlineData("maybeResult", """{"oneOf":[{"type":"null"},{"$ref":"#/components/schemas/RollResultType"}]}""")]
    [InlineData("size", """{"$ref":"#/components/schemas/DiceSize"}""")]
    [InlineData("list", """{"type":"array","items":{"$ref":"#/components/schemas/Campaign"}}""")]
    [InlineData("map", """{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Trait"}}""")]
    [InlineData("books", """{"$ref":"#/components/schemas/PageOfBook"}""")]
    public void Types_of_a_program_refer_to_the_models(string member, string due)
        => JsonNode.DeepEquals(api.Schemas["Shelf"]!["properties"]![member], JsonNode.Parse(due))
            .Should().BeTrue(api.Schemas["Shelf"]!["properties"]![member]?.ToJsonString());

    [Fact]
    public void A_page_of_a_programs_own_items_refers_to_them()
        => ((string?)api.Schemas["PageOfBook"]!["properties"]!["items"]!["items"]!["$ref"]).Should().Be("#/components/schemas/Book");

    [Theory]
    [InlineData("shelf/V5", "V5 none  True")]
    [InlineData("shelf/V5?class=VAMPIRE&status=ALIVE&status=DEAD", "V5 VAMPIRE ALIVE+DEAD True")]
    [InlineData("shelf/V9?class=LICH", "V9 LICH  False")]
    public async Task MVC_binds_enums_from_routes_and_queries(string path, string due)
        => (await api.Http.GetStringAsync(path)).Should().Be(due);

    [Theory]
    [InlineData("""{"description":null}""", "name False, description True null")]
    [InlineData("""{"name":"rain"}""", "name True, description False null")]
    [InlineData("{}", "name False, description False null")]
    public async Task MVC_keeps_never_assigned(string json, string due)
        => (await SendAsync("PATCH", "shelf", json)).Should().Be(due);

    [Fact]
    public async Task MVC_reads_and_writes_models_and_what_they_do_not_know()
    {
        const string Json = """{"id":"01a20162-68a9-761b-9438-e7c3c4072b6c","name":"rain","later":{"deep":[1,2.5,null]}}""";
        var back = JsonNode.Parse(await SendAsync("POST", "shelf", Json))!;

        ((string?)back["name"]).Should().Be("rain");
        back["later"]!.ToJsonString().Should().Be("""{"deep":[1,2.5,null]}""");
        var page = JsonNode.Parse(await SendAsync("POST", "shelf/page", $$"""{"items":[{{Json}}],"total":7,"limit":1,"offset":3}"""))!;
        ((int)page["total"]!).Should().Be(7);
        ((string?)page["items"]![0]!["name"]).Should().Be("rain");
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(member
            => member is { Key: "$ref", Value: JsonValue path } ? [(string)path!] : References(member.Value)),
        JsonArray many => many.SelectMany(References),
        _ => [],
    };

    private async Task<string> SendAsync(string method, string path, string json)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await api.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.Should().BeTrue(text);
        return text;
    }
}

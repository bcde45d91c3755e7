using Valentina.SpecTool.View;

namespace Valentina.Build.Tests.View;

/// <summary>Unions with null are the commonest construct of both documents, and the one NSwag gets wrong most.</summary>
public sealed class UnionTests
{
    private const string Sub = """ "Sub": { "type": "object", "properties": { "a": { "type": "string" } } }, "Color": { "type": "string", "enum": ["RED"] } """;

    [Theory]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"null"}]}""", "{'type':'integer','format':'int32','nullable':true}")]
    [InlineData("""{"oneOf":[{"type":"null"},{"type":"integer"}]}""", "{'type':'integer','format':'int32','nullable':true}")]
    [InlineData("""{"anyOf":[{"type":"number"},{"type":"null"}]}""", "{'type':'number','format':'double','nullable':true}")]
    [InlineData("""{"type":["string","null"]}""", "{'type':'string','nullable':true}")]
    [InlineData(
        """{"anyOf":[{"$ref":"#/components/schemas/Sub"},{"type":"null"}]}""",
        "{'oneOf':[{'$ref':'#/components/schemas/Sub'}],'nullable':true}")]
    [InlineData(
        """{"oneOf":[{"$ref":"#/components/schemas/Color"},{"type":"null"}]}""",
        "{'oneOf':[{'$ref':'#/components/schemas/Color'}],'nullable':true}")]
    [InlineData(
        """{"anyOf":[{"type":"array","items":{"type":"string"}},{"type":"null"}]}""",
        "{'type':'array','items':{'type':'string'},'nullable':true}")]
    [InlineData(
        """{"type":"array","items":{"type":["integer","null"]}}""",
        "{'type':'array','items':{'type':'integer','format':'int32','nullable':true}}")]
    [InlineData("""{"oneOf":[{"type":"string"}]}""", "{'type':'string'}")]
    [InlineData("""{"oneOf":[{"$ref":"#/components/schemas/Sub"}]}""", "{'$ref':'#/components/schemas/Sub'}")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/Sub"}]}""", "{'$ref':'#/components/schemas/Sub'}")]
    [InlineData("""{"$ref":"#/components/schemas/Sub","description":"beside a reference"}""", "{'$ref':'#/components/schemas/Sub'}")]
    public void A_union_with_null_is_the_other_type_made_nullable(string published, string expected)
        => Given.Answer(published, Sub).View().Member().Shape().Should().Be(expected);

    [Theory]
    [InlineData("""{"type":["string","integer"]}""")]
    [InlineData("""{"type":["null","object","array"]}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"object"}]}""")]
    [InlineData("""{"oneOf":[{"type":"integer"},{"type":"string"},{"type":"null"}]}""")]
    public void A_union_of_several_types_is_free_JSON_and_reported(string published)
    {
        var view = Given.Answer(published).View();

        view.Member().Shape().Should().Be("{'nullable':true}");
        view.Report.Decided.Should().ContainSingle().Which.Should().StartWith("/components/schemas/Thing/properties/member: ");
    }

    [Fact]
    public void A_union_that_the_overlay_declares_free_is_not_reported()
        => Given.Answer("""{"oneOf":[{"type":"integer"},{"type":"string"}],"x-any-json":true}""").View().Report.Decided.Should().BeEmpty();

    [Fact]
    public void A_union_of_several_objects_stops_the_build()
        => Given.Answer("""{"oneOf":[{"$ref":"#/components/schemas/Sub"},{"$ref":"#/components/schemas/Color"}]}""", Sub).Error()
            .Pointer.Text.Should().Be("/components/schemas/Thing/properties/member/oneOf");

    [Fact]
    public void Several_schemas_at_once_are_one_that_says_what_all_of_them_say()
        => Given.Answer("""{"allOf":[{"$ref":"#/components/schemas/Sub"},{"properties":{"more":{"type":"string"}}}]}""", Sub).View()
            .Schema("ThingMember")["properties"]!.AsObject().Should().ContainKey("more").And.HaveCountGreaterThan(1);

    [Fact]
    public void A_union_of_nothing_but_null_stops_the_build()
        => Given.Answer("""{"oneOf":[{"type":"null"}]}""").Error()
            .Pointer.Text.Should().Be("/components/schemas/Thing/properties/member/oneOf");

    [Fact]
    public void A_component_that_is_itself_nullable_makes_its_users_nullable()
        => Given.Answer("""{"$ref":"#/components/schemas/Maybe"}""", """ "Maybe": {"oneOf":[{"type":"string"},{"type":"null"}]} """)
            .View().Member().Shape().Should().Be("{'type':'string','nullable':true}");

    [Fact]
    public void References_that_lead_round_in_a_circle_stop_the_build()
        => Given.Answer(
            """{"$ref":"#/components/schemas/A"}""",
            """ "A": {"$ref":"#/components/schemas/B"}, "B": {"oneOf":[{"$ref":"#/components/schemas/A"}]} """)
            .Error().Problem.Should().Contain("circle");
}

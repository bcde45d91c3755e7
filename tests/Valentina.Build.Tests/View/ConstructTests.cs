namespace Valentina.Build.Tests.View;

/// <summary>The other constructs of OpenAPI 3.1 that NSwag reads wrong, or not at all.</summary>
public sealed class ConstructTests
{
    [Theory]
    [InlineData("""{}""", "{'nullable':true}")]
    [InlineData("""true""", "{'nullable':true}")]
    [InlineData("""{"type":"object"}""", "{'type':'object','additionalProperties':{}}")]
    [InlineData("""{"type":"object","additionalProperties":true}""", "{'type':'object','additionalProperties':{}}")]
    [InlineData("""{"type":"object","additionalProperties":{}}""", "{'type':'object','additionalProperties':{}}")]
    [InlineData(
        """{"type":"object","additionalProperties":{"type":"integer"}}""",
        "{'type':'object','additionalProperties':{'type':'integer','format':'int32'}}")]
    [InlineData("""{"type":"array"}""", "{'type':'array','items':{}}")]
    [InlineData("""{"items":{"type":"string","format":"uuid"}}""", "{'type':'array','items':{'type':'string','format':'uuid'}}")]
    [InlineData("""{"type":"integer"}""", "{'type':'integer','format':'int32'}")]
    [InlineData("""{"type":"integer","format":"int64"}""", "{'type':'integer','format':'int64'}")]
    [InlineData("""{"type":"number"}""", "{'type':'number','format':'double'}")]
    [InlineData("""{"type":"number","format":"decimal"}""", "{'type':'number','format':'decimal'}")]
    [InlineData("""{"type":"boolean","default":true}""", "{'type':'boolean'}")]
    [InlineData("""{"type":"string","format":"date"}""", "{'type':'string','format':'date'}")]
    [InlineData("""{"type":"string","format":"date-time"}""", "{'type':'string','format':'date-time'}")]
    [InlineData("""{"type":"string","format":"email","minLength":3,"title":"T","examples":["a"]}""", "{'type':'string'}")]
    public void A_construct_becomes_what_NSwag_reads_right(string published, string expected)
        => Given.Answer(published).View().Member().Shape().Should().Be(expected);

    [Fact]
    public void A_format_without_a_type_of_its_own_is_text_and_reported()
    {
        var view = Given.Answer("""{"type":"string","format":"uri"}""").View();

        view.Member().Shape().Should().Be("{'type':'string'}");
        view.Report.Dropped.Should().Contain("/components/schemas/Thing/properties/member: the format 'uri' is read as text");
    }

    [Theory]
    [InlineData("""false""", "")]
    [InlineData("""{"not":{"type":"string"}}""", "/not")]
    [InlineData("""{"type":"object","patternProperties":{}}""", "/patternProperties")]
    [InlineData("""{"type":"array","prefixItems":[]}""", "/prefixItems")]
    [InlineData("""{"type":"thing"}""", "/type")]
    [InlineData("""{"$ref":"other.json#/Thing"}""", "/$ref")]
    [InlineData("""{"$ref":"#/components/schemas/Missing"}""", "/$ref")]
    [InlineData("""{"type":"string","format":"binary"}""", "")]
    [InlineData("""{"type":"number","enum":[1.5]}""", "/enum")]
    public void A_construct_nobody_handles_stops_the_build_with_its_place(string published, string place)
        => Given.Answer(published).Error().Pointer.Text.Should().Be("/components/schemas/Thing/properties/member" + place);

    [Theory]
    [InlineData("""{"x-type":"Text","anyOf":[{"type":"string"},{"type":"array"}]}""", "Text")]
    [InlineData("""{"x-type":"Text","anyOf":[{"type":"string"},{"type":"array"},{"type":"null"}]}""", "Text?")]
    public void A_union_may_have_a_type_written_by_hand(string published, string type)
        => Given.Request(published).View().Member()["x-type"]!.GetValue<string>().Should().Be(type);

    [Fact]
    public void The_name_of_a_type_written_by_hand_passes_the_allow_list()
        => Given.Request("""{"x-type":"Te xt","anyOf":[{"type":"string"},{"type":"array"}]}""").Error().Pointer.Text
            .Should().EndWith("/member/x-type");

    [Fact]
    public void A_constant_is_an_enum_of_one()
    {
        var view = Given.Answer("""{"const":"chat"}""").View();

        view.Member().Shape().Should().Be("{'$ref':'#/components/schemas/ThingMember'}");
        view.Schema("ThingMember")["enum"]!.ToJsonString().Should().Be("""["chat"]""");
    }

    [Fact]
    public void An_enum_within_a_member_gets_a_type_called_after_its_place()
    {
        var view = Given.Answer("""{"type":"array","items":{"type":"string","enum":["UP","GOING_DOWN"]}}""").View();

        view.Member().Shape().Should().Be("{'type':'array','items':{'$ref':'#/components/schemas/ThingMemberItem'}}");
        view.Schema("ThingMemberItem")["x-enumNames"]!.ToJsonString().Should().Be("""["Up","GoingDown"]""");
    }

    [Fact]
    public void An_object_within_a_member_gets_a_type_called_after_its_place_or_by_the_overlay()
    {
        const string inner =
            """{"type":"object","properties":{"a":{"type":"object","x-name":"Deep","properties":{"b":{"type":"string"}}}}}""";

        Given.Answer(inner).View().Types().Should().Equal("Deep", "Thing", "ThingMember");
    }

    [Fact]
    public void An_object_within_an_answer_is_called_after_the_operation()
        => Given.Document(
            Given.Operation("getThing", "get", "/thing", answer: """{"type":"object","properties":{"a":{"type":"string"}}}"""))
            .View().Types().Should().Equal("GetThingResult");

    [Fact]
    public void A_component_that_is_no_object_is_written_where_it_is_used()
        => Given.Answer(
            """{"$ref":"#/components/schemas/Ids"}""", """ "Ids": {"type":"array","items":{"type":"string","format":"uuid"}} """)
            .View().Member().Shape().Should().Be("{'type':'array','items':{'type':'string','format':'uuid'}}");

    [Fact]
    public void An_enum_of_numbers_is_named_after_them_or_by_the_overlay()
    {
        const string numbers = """{"type":"integer","enum":[4,6],"x-enum-varnames":["D4","D6"]}""";

        Given.Answer(numbers).View().Schema("ThingMember")["x-enumNames"]!.ToJsonString().Should().Be("""["D4","D6"]""");
        Given.Answer("""{"type":"integer","enum":[4,-6]}""").View().Schema("ThingMember")["x-enumNames"]!.ToJsonString()
            .Should().Be("""["Value4","Minus6"]""");
    }

    [Fact]
    public void Schemas_no_operation_needs_are_dropped_and_reported()
    {
        var view = Given.Answer("""{"type":"string"}""", """ "Lonely": {"type":"object","properties":{"a":{"type":"string"}}} """).View();

        view.Types().Should().Equal("Thing");
        view.Report.Dropped.Should().Equal("/components/schemas/Lonely: no operation needs this schema");
    }
}

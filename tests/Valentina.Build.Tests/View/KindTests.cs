namespace Valentina.Build.Tests.View;

/// <summary>Which sort of class a schema becomes, and what its members are like, follows from where it travels.</summary>
public sealed class KindTests
{
    private const string Nullable = """{"oneOf":[{"type":"string"},{"type":"null"}]}""";
    private const string Text = """{"type":"string"}""";

    [Fact]
    public void What_is_only_received_is_tolerant_and_not_checked()
    {
        var view = Given.Answer(Text).View();

        view.Schema("Thing")["x-kind"]!.GetValue<string>().Should().Be("response");
        view.Schema("Thing")["x-sent"]!.GetValue<bool>().Should().BeFalse();
        view.Member()["x-begins"]!.GetValue<string>().Should().Be("\"\"");
        view.Member().ContainsKey("x-checks").Should().BeFalse();
    }

    [Fact]
    public void What_is_only_sent_demands_its_required_members_at_compile_time()
    {
        var view = Given.Request(Text).View();

        view.Schema("Thing")["x-kind"]!.GetValue<string>().Should().Be("request");
        view.Member()["x-required"]!.GetValue<bool>().Should().BeTrue();
        view.Member()["x-begins"]!.GetValue<string>().Should().BeEmpty();
    }

    [Fact]
    public void What_is_received_and_sent_is_tolerant_and_checked()
    {
        var view = Given.Document(
            Given.Operation("createThing", "post", "/thing", body: Given.Reference("Thing"), answer: Given.Reference("Thing")),
            """ "Thing": {"type":"object","required":["member"],"properties":{"member":{"type":"string"}}} """).View();

        view.Schema("Thing")["x-kind"]!.GetValue<string>().Should().Be("response");
        view.Schema("Thing")["x-sent"]!.GetValue<bool>().Should().BeTrue();
        view.Member()["x-required"]!.GetValue<bool>().Should().BeFalse();
        view.Member().Checks().Should().Contain("Required(\"member\", Member)");
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""" "x-omit-null": true, """, false)]
    public void Null_is_another_state_of_a_sent_member_with_a_default_unless_the_server_cannot_bear_it(string mark, bool isThreeState)
    {
        var published = $$"""{ {{mark}} "anyOf":[{"type":"string"},{"type":"null"}],"default":"x"}""";
        var member = Given.Request(published, required: "").View().Member();

        member.ContainsKey("x-bit").Should().Be(isThreeState);
        member["x-send-null"]!.GetValue<bool>().Should().Be(isThreeState);
    }

    [Fact]
    public void A_count_that_an_answer_leaves_out_is_zero_where_the_contract_says_so()
    {
        Given.Answer("""{"type":"integer","default":0}""", required: "").View().Member().Shape()
            .Should().Be("{'type':'integer','format':'int32'}");
        Given.Answer("""{"type":"integer"}""", required: "").View().Member().Shape()
            .Should().Be("{'type':'integer','format':'int32','nullable':true}");
    }

    [Fact]
    public void Every_member_of_a_patch_is_nullable_and_has_three_states()
    {
        var view = Given.Patch(Text).View();

        view.Schema("Thing")["x-kind"]!.GetValue<string>().Should().Be("patch");
        view.Member().Shape().Should().Be("{'type':'string','nullable':true}");
        view.Member()["x-bit"]!.GetValue<int>().Should().Be(0);
        view.Member()["x-send-null"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public void A_patch_refuses_null_where_the_contract_does()
    {
        Given.Patch(Text).View().Member().Checks().Should().Equal("NotNull(\"member\", Member)");
        Given.Patch(Text).View().Member()["x-remarks"]!.GetValue<string>().Should().Be("Cannot be null.");
        Given.Patch(Nullable).View().Member().Checks().Should().BeEmpty();
        Given.Patch(Nullable).View().Member()["x-remarks"]!.GetValue<string>().Should().Be("Null clears it.");
    }

    [Fact]
    public void What_a_patch_nests_is_a_patch_too()
        => Given.Patch(
            """{"oneOf":[{"$ref":"#/components/schemas/Inner"}]}""",
            """ "Inner": {"type":"object","properties":{"a":{"type":"string"}}} """)
            .View().Schema("Inner")["x-kind"]!.GetValue<string>().Should().Be("patch");

    [Fact]
    public void More_members_than_there_are_bits_stop_the_build()
    {
        var document = Given.Patch(Text);
        for (var i = 0; i < 64; i++)
        {
            document["components"]!["schemas"]!["Thing"]!["properties"]![$"m{i}"] = SpecTool.Json.JsonText.ParseObject(Text);
        }

        document.Error().Problem.Should().Contain("64");
    }

    [Fact]
    public void A_request_tells_null_from_unassigned_only_where_the_default_is_not_null()
    {
        var withDefault = Given.Request("""{"anyOf":[{"type":"integer"},{"type":"null"}],"default":1000}""", required: "").View().Member();
        var without = Given.Request("""{"anyOf":[{"type":"integer"},{"type":"null"}]}""", required: "").View().Member();

        withDefault.ContainsKey("x-bit").Should().BeTrue();
        without.ContainsKey("x-bit").Should().BeFalse();
        without["x-send-null"]!.GetValue<bool>().Should().BeFalse();
    }

    [Fact]
    public void A_required_member_that_may_be_null_is_sent_as_null()
    {
        var member = Given.Request(Nullable).View().Member();

        member["x-send-null"]!.GetValue<bool>().Should().BeTrue();
        member["x-required"]!.GetValue<bool>().Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "[]")]
    [InlineData("""{"type":"object"}""", "empty-map")]
    [InlineData("""{"$ref":"#/components/schemas/Inner"}""", "new()")]
    [InlineData("""{"type":"string","format":"uuid"}""", "")]
    [InlineData("""{"type":"integer"}""", "")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""", "")]
    public void A_received_member_begins_with_something_that_is_not_null(string member, string begins)
        => Given.Answer(member, """ "Inner": {"type":"object","properties":{"a":{"type":"string"}}} """)
            .View().Member()["x-begins"]!.GetValue<string>().Should().Be(begins);

    [Fact]
    public void A_member_that_may_be_missing_is_nullable_and_begins_with_null()
    {
        var member = Given.Answer("""{"type":"array","items":{"type":"string"}}""", required: "").View().Member();

        member.Shape().Should().Be("{'type':'array','items':{'type':'string'},'nullable':true}");
        member["x-begins"]!.GetValue<string>().Should().BeEmpty();
    }

    [Fact]
    public void An_object_that_needs_one_of_its_own_kind_does_not_begin_with_one()
    {
        var view = Given.Answer(
            """{"$ref":"#/components/schemas/Left"}""",
            """
            "Left": {"type":"object","required":["right"],"properties":{"right":{"$ref":"#/components/schemas/Right"}}},
            "Right": {"type":"object","required":["left"],"properties":{"left":{"$ref":"#/components/schemas/Left"}}}
            """).View();

        view.Member("right", "Left")["x-begins"]!.GetValue<string>().Should().BeEmpty();
        view.Member("right", "Left").Shape().Should().Contain("'nullable':true");
    }
}

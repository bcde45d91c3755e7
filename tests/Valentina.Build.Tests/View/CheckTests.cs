namespace Valentina.Build.Tests.View;

/// <summary>Every limit of the prepared document becomes a check of the generated code, and a sentence of its docs.</summary>
public sealed class CheckTests
{
    private const string Components = """
        "Closed": {"type":"string","enum":["A"]},
        "Open": {"type":"string","enum":["A"],"x-extensible-enum":true},
        "Number": {"type":"integer","enum":[4],"x-enum-varnames":["D4"]},
        "Inner": {"type":"object","properties":{"a":{"type":"string"}}}
        """;

    [Theory]
    [InlineData("""{"type":"string"}""", "Required(\"member\", Member)")]
    [InlineData("""{"type":"string","format":"uuid"}""", "RequiredId(\"member\", Member)")]
    [InlineData("""{"$ref":"#/components/schemas/Open"}""", "RequiredEnum(\"member\", Member)")]
    [InlineData("""{"type":"integer"}""")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""")]
    public void A_required_member_is_looked_for(string member, params string[] checks)
        => Given.Request(member, Components).View().Member().Checks().Should().Equal(checks);

    [Theory]
    [InlineData("""{"type":"string","minLength":3,"maxLength":50}""", "Length(\"member\", Member, 3, 50)", "3 to 50 characters.")]
    [InlineData("""{"type":"string","minLength":3}""", "Length(\"member\", Member, 3, int.MaxValue)", "At least 3 characters.")]
    [InlineData("""{"type":"string","maxLength":1}""", "Length(\"member\", Member, 0, 1)", "At most 1 character.")]
    [InlineData(
        """{"oneOf":[{"type":"string","minLength":3},{"type":"null"}]}""",
        "Length(\"member\", Member, 3, int.MaxValue)",
        "At least 3 characters.")]
    [InlineData("""{"type":"string","format":"email"}""", "Email(\"member\", Member)", null)]
    [InlineData("""{"type":"integer","minimum":0,"maximum":5}""", "Range(\"member\", Member, 0, 5)", "0 to 5.")]
    [InlineData("""{"type":"integer","minimum":1.0}""", "Range(\"member\", Member, 1, null)", "At least 1.")]
    [InlineData("""{"type":"number","maximum":0.5}""", "Range(\"member\", Member, null, 0.5)", "At most 0.5.")]
    [InlineData(
        """{"type":"array","minItems":1,"maxItems":200,"items":{"type":"integer"}}""",
        "Count(\"member\", Member, 1, 200)",
        "1 to 200 items.")]
    [InlineData(
        """{"type":"array","items":{"type":"string","maxLength":9}}""",
        "ItemLengths(\"member\", Member, 0, 9)",
        "At most 9 characters each.")]
    [InlineData("""{"$ref":"#/components/schemas/Closed"}""", "Known(\"member\", Member)", null)]
    [InlineData("""{"type":"array","items":{"$ref":"#/components/schemas/Closed"}}""", "KnownItems(\"member\", Member)", null)]
    [InlineData("""{"$ref":"#/components/schemas/Number"}""", "Defined(\"member\", Member)", null)]
    [InlineData("""{"$ref":"#/components/schemas/Inner"}""", "Nested(\"member\", Member)", null)]
    [InlineData("""{"type":"array","items":{"$ref":"#/components/schemas/Inner"}}""", "NestedItems(\"member\", Member)", null)]
    [InlineData(
        """{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Inner"}}""", "NestedValues(\"member\", Member)", null)]
    public void A_limit_is_checked_and_told(string member, string check, string? sentence)
    {
        var written = Given.Request(member, Components, required: "").View().Member();

        written.Checks().Should().Equal(check);
        written["x-remarks"]?.GetValue<string>().Should().Be(sentence);
    }

    [Fact]
    public void An_open_enum_the_server_extends_takes_any_value()
        => Given.Request("""{"$ref":"#/components/schemas/Open"}""", Components, required: "").View().Member().Checks().Should().BeEmpty();

    [Fact]
    public void A_limit_this_side_does_not_check_is_reported()
        => Given.Request("""{"type":"string","pattern":"^a"}""").View()
            .Report.Dropped.Should().ContainSingle().Which.Should().Contain("pattern");

    [Fact]
    public void Rules_between_members_become_checks_of_the_object()
    {
        const string thing = """
            "Thing": {"type":"object","properties":{"kind":{"type":"string"},"list":{"type":"array","items":{}},"extra":{"type":"string"}},
              "x-rules":[
                {"rule":"at-least-one","members":["kind","extra"],"message":"Give \"one\"."},
                {"rule":"required-when","when":{"member":"kind","value":"VAMPIRE"},"members":["extra"],"message":"Needed."},
                {"rule":"required-when","when":{"member":"list","value":[]},"members":["extra"],"message":"Needed."}]}
            """;
        var view = Given.Document(Given.Operation("createThing", "post", "/thing", body: Given.Reference("Thing")), thing).View();

        view.Schema("Thing")["x-rules"]!.AsArray().Select(r => r!.GetValue<string>()).Should().Equal(
            """AtLeastOne("kind", "Give \"one\".", Kind, Extra)""",
            """RequiredWhen(Kind == "VAMPIRE", "extra", Extra, "Needed.")""",
            """RequiredWhen(List is { Count: 0 }, "extra", Extra, "Needed.")""");
    }

    [Fact]
    public void A_patch_has_the_rules_that_ask_for_what_is_assigned()
    {
        const string thing = """
            "Thing": {"type":"object","properties":{"kind":{"oneOf":[{"type":"string"}]},"extra":{"oneOf":[{"type":"string"},{"type":"null"}]}},
              "x-rules":[
                {"rule":"absent-when","when":{"member":"kind","value":"NPC"},"members":["extra"],"message":"None."},
                {"rule":"not-null-when","when":{"member":"kind","value":"PLAYER"},"members":["extra"],"message":"Needed."}]}
            """;
        var view = Given.Document(Given.Operation("updateThing", "patch", "/thing", body: Given.Reference("Thing")), thing).View();

        view.Schema("Thing")["x-rules"]!.AsArray().Select(r => r!.GetValue<string>()).Should().Equal(
            """AbsentWhen(Kind == "NPC", "extra", Extra, "None.")""",
            """NotNullWhen(Kind == "PLAYER" && ShouldSerializeExtra(), "extra", Extra, "Needed.")""");
    }

    [Theory]
    [InlineData("patch", "required-when")]
    [InlineData("patch", "at-least-one")]
    [InlineData("post", "not-null-when")]
    public void A_rule_that_asks_for_what_cannot_be_known_stops_the_build(string method, string rule)
    {
        var thing = $$$"""
            "Thing": {"type":"object","properties":{"kind":{"oneOf":[{"type":"string"}]}},
              "x-rules":[{"rule":"{{{rule}}}","when":{"member":"kind","value":"A"},"members":["kind"],"message":"?"}]}
            """;

        Given.Document(Given.Operation("changeThing", method, "/thing", body: Given.Reference("Thing")), thing)
            .Error().Pointer.Text.Should().StartWith("/components/schemas/Thing/x-rules");
    }

    [Fact]
    public void The_keys_of_a_map_are_checked()
        => Given.Request("""{"type":"object","x-rules":[{"rule":"keys","members":["apple"],"message":"Only apple."}]}""", required: "")
            .View()
                .Member().Checks().Should().Equal("""Keys("member", Member, "Only apple.", "apple")""");

    [Theory]
    [InlineData("""{"rule":"sometimes","members":["member"],"message":"?"}""")]
    [InlineData("""{"rule":"at-least-one","members":["absent"],"message":"?"}""")]
    public void A_rule_nobody_knows_stops_the_build(string rule)
    {
        var document = Given.Request("""{"type":"string"}""");
        document["components"]!["schemas"]!["Thing"]!["x-rules"] = new System.Text.Json.Nodes.JsonArray(
            SpecTool.Json.JsonText.ParseObject(rule));

        document.Error().Pointer.Text.Should().StartWith("/components/schemas/Thing/x-rules/0");
    }
}

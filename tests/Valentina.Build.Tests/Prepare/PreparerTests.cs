using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;

namespace Valentina.Build.Tests.Prepare;

public sealed class PreparerTests
{
    [Fact]
    public void The_published_document_stays_as_it_was()
    {
        var published = Minimal.Document();
        var before = published.ToJsonString();
        var prepared = Preparer.Prepare(
            published, Minimal.Overlay("""{"target":"$.components.schemas.Thing","update":{"x-name":"Item"}}"""));

        published.ToJsonString().Should().Be(before);
        ((string?)prepared.Root["components"]!["schemas"]!["Thing"]!["x-name"]).Should().Be("Item");
        prepared.Report.Actions.Should().ContainSingle().Which.Changed.Should().Be(1);
    }

    [Fact]
    public void An_action_that_matches_nothing_stops_the_preparation_and_names_itself()
        => FluentActions.Invoking(() => Preparer.Prepare(
            Minimal.Document(), Minimal.Overlay("""{"target":"$.components.schemas.Gone","remove":true}""")))
            .Should().Throw<SpecException>().WithMessage("/actions/0: The target matches nothing*remove $.components.schemas.Gone*");

    [Fact]
    public void A_correction_the_server_has_made_itself_stops_the_preparation()
        => FluentActions.Invoking(() => Preparer.Prepare(
            Minimal.Document(), Minimal.Overlay("""{"target":"$.components.schemas.Thing","update":{"type":"object"}}""")))
            .Should().Throw<SpecException>().WithMessage("/actions/0: The document already says*");

    [Fact]
    public void A_tolerant_preparation_collects_the_errors_and_goes_on()
    {
        var prepared = Preparer.Prepare(
            Minimal.Document(),
            Minimal.Overlay(
                """{"target":"$.components.schemas.Gone","remove":true}""",
                """{"target":"$.components.schemas.Kind","update":{"future":[]}}""",
                """{"target":"$.components.schemas.Thing","update":{"x-name":"Item"}}"""),
            PrepareMode.Tolerant);

        prepared.Report.Errors.Select(error => error.Place.ToString()).Should().Equal("/actions/0", "/components/schemas/Kind/future");
        ((string?)prepared.Root["components"]!["schemas"]!["Thing"]!["x-name"]).Should().Be("Item");
    }

    [Fact]
    public void A_name_for_a_schema_that_is_gone_does_not_make_a_new_one()
        => FluentActions.Invoking(() => Preparer.Prepare(
            Minimal.Document(), Minimal.Overlay("""{"target":"$.components.schemas","update":{"Gone":{"x-name":"Item"}}}""")))
            .Should().Throw<SpecException>().WithMessage("/components/schemas/Gone: *not in the published document*");

    [Fact]
    public void What_stays_open_is_reported()
    {
        var prepared = Preparer.Prepare(Minimal.Document(), Minimal.Overlay("""
            {"target":"$.components.schemas","update":{
              "Union":{"oneOf":[{"type":"string"},{"type":"integer"},{"type":"null"}]},
              "Free":{"type":"object"},
              "Chosen":{"x-any-json":true,"type":"object"}}}
            """));

        prepared.Report.Undecided.Select(finding => finding.ToString()).Should().BeEquivalentTo(
            "/components/schemas/Union: A union of 2 types: it is read as any JSON.",
            "/components/schemas/Free: An object without members: it is read as free-form JSON.",
            "/components/schemas/Union: No operation uses this schema.",
            "/components/schemas/Free: No operation uses this schema.",
            "/components/schemas/Chosen: No operation uses this schema.");
    }

    [Fact]
    public void Text_is_written_one_way_with_numbers_as_they_came()
    {
        var document = JsonText.ParseObject("""{"b":100.0,"a":[1,{"é":"<&>"}],"empty":{}}""");
        JsonText.Write(document)
            .Should().Be("{\n  \"b\": 100.0,\n  \"a\": [\n    1,\n    {\n      \"é\": \"<&>\"\n    }\n  ],\n  \"empty\": {}\n}\n");
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":1} // no""")]
    [InlineData("""[1]""")]
    public void Text_that_is_no_plain_object_is_refused(string json)
        => FluentActions.Invoking(() => JsonText.ParseObject(json)).Should().Throw<SpecException>();
}

using Valentina.SpecTool.Json;
using Valentina.SpecTool.Texts;

namespace Valentina.Build.Tests.Prepare;

public sealed class TextsReportTests
{
    [Fact]
    public void What_lacks_a_text_and_what_has_one_for_nothing_is_told()
    {
        var report = TextsReport.Create(Minimal.Document(), TextsDocument.Parse(JsonText.ParseObject("""
            {
              "operations": { "getThing": { "summary": "Reads a thing.", "returns": "The thing." }, "gone": { "summary": "Nothing.", "returns": "Nothing." } },
              "schemas": { "Thing": { "summary": "A thing.", "properties": { "id": "Its id.", "old": "It was." } } },
              "enums": { "Kind": { "OLD": "Old." } }
            }
            """)));

        report.Present.Should().Be(4);
        report.Missing
            .Should().BeEquivalentTo("parameters/thing_id", "schemas/Thing/properties/kind", "schemas/Kind/summary", "enums/Kind/NEW");
        report.Stale.Should().BeEquivalentTo("operations/gone/summary", "operations/gone/returns", "schemas/Thing/properties/old");
    }

    [Theory]
    [InlineData("""{"opinions":{}}""", "/opinions")]
    [InlineData("""{"operations":[]}""", "/operations")]
    [InlineData("""{"operations":{"a":{"summary":1}}}""", "/operations/a/summary")]
    [InlineData("""{"operations":{"a":{"summary":" "}}}""", "/operations/a/summary")]
    [InlineData("""{"parameters":{"a":"bell \u0007"}}""", "/parameters/a")]
    public void A_malformed_file_of_texts_is_refused_with_its_place(string json, string place)
        => FluentActions.Invoking(() => TextsDocument.Parse(JsonText.ParseObject(json))).Should().Throw<SpecException>()
            .Which.Pointer.ToString().Should().Be(place);
}

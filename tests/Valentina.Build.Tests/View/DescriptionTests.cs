namespace Valentina.Build.Tests.View;

/// <summary>Our texts become XML docs; nothing in them can break out of the comment.</summary>
public sealed class DescriptionTests
{
    [Fact]
    public void Texts_are_taken_from_the_texts_file()
    {
        const string texts = """
            {"operations":{"getThing":{"summary":"Reads a thing.","returns":"The thing."}},
             "schemas":{"Thing":{"summary":"A thing.","properties":{"member":"Its colour."}},"ThingMember":{"summary":"A colour."}},
             "enums":{"ThingMember":{"RED":"Like blood."}}}
            """;
        var view = Given.Answer("""{"type":"string","enum":["RED"]}""").View(texts);

        view.OperationOf("/thing", "get")["x-summary"]!.GetValue<string>().Should().Be("Reads a thing.");
        view.OperationOf("/thing", "get")["x-returns"]!.GetValue<string>().Should().Be("The thing.");
        view.Schema("Thing")["x-summary"]!.GetValue<string>().Should().Be("A thing.");
        view.Member()["x-summary"]!.GetValue<string>().Should().Be("Its colour.");
        view.Schema("ThingMember")["x-member-summaries"]!.ToJsonString().Should().Be("""["Like blood."]""");
        view.Report.MissingTexts.Should().BeEmpty();
    }

    [Fact]
    public void A_missing_text_is_replaced_by_a_readable_one_and_counted_but_stops_nothing()
    {
        var view = Given.Answer("""{"type":"string"}""").View();

        view.OperationOf("/thing", "get")["x-summary"]!.GetValue<string>().Should().Be("Get thing (<c>GET /thing</c>).");
        view.Member()["x-summary"]!.GetValue<string>().Should().Be("The member.");
        view.Report.MissingTexts.Should().Equal("operations/getThing/summary", "schemas/Thing/properties/member", "schemas/Thing/summary");
    }

    [Theory]
    [InlineData("""a <b> & c""", "a &lt;b&gt; &amp; c")]
    [InlineData("""</summary><script>""", "&lt;/summary&gt;&lt;script&gt;")]
    [InlineData("""one\ntwo\r\nthree""", "one two three")]
    [InlineData("""one\u2028public class Evil { }""", "one public class Evil { }")]
    [InlineData("""one\u0085two\u2029three\u000bfour""", "one two three four")]
    [InlineData("""\u202eabc\ufeff""", "abc")]
    [InlineData("""see `name_first`""", "see <c>name_first</c>")]
    public void A_text_is_escaped_onto_one_line(string json, string expected)
        => Given.Answer("""{"type":"string"}""")
            .View("""{"schemas":{"Thing":{"properties":{"member":"TEXT"}}}}""".Replace("TEXT", json, StringComparison.Ordinal))
                .Member()["x-summary"]!.GetValue<string>().Should().Be(expected);
}

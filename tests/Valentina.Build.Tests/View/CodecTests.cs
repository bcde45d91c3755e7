namespace Valentina.Build.Tests.View;

/// <summary>What reads and writes a value follows from its schema, however deep lists and maps go.</summary>
public sealed class CodecTests
{
    private const string Space = "global::Valentina.Json.Codecs.";

    [Theory]
    [InlineData("""{"type":"string","format":"uuid"}""", "GuidCodec")]
    [InlineData("""{"type":"integer"}""", "Int32Codec")]
    [InlineData("""{"type":"number","format":"decimal"}""", "DecimalCodec")]
    [InlineData("""{"anyOf":[{"type":"boolean"},{"type":"null"}]}""", "BooleanCodec")]
    [InlineData("""{"type":"array","items":{"type":"integer","format":"int64"}}""", "ListCodec<long, @Int64Codec>")]
    [InlineData(
        """{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}}}""",
        "MapCodec<global::System.Collections.Generic.IReadOnlyList<string>, @ListCodec<string, @TextCodec>>")]
    [InlineData("{}", "FreeCodec")]
    public void A_member_has_the_codec_of_its_type(string schema, string expected)
    {
        var view = Given.Document(
            Given.Operation("getThing", "get", "/a", answer: Given.Reference("Thing")),
            $$$"""
            "Thing": {"type":"object","properties":{"a":{{{schema}}}}}
            """).View();

        view.Document["components"]!["schemas"]!["Thing"]!["properties"]!["a"]!["x-codec"]!.GetValue<string>()
            .Should().Be(Space + expected.Replace("@", Space, StringComparison.Ordinal));
        view.OperationOf("/a", "get")["x-codec"]!.GetValue<string>().Should().Be(Space + "ModelCodec<Thing>");
    }
}

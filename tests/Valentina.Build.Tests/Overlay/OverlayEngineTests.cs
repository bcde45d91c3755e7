using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;

namespace Valentina.Build.Tests.Overlay;

public sealed class OverlayEngineTests
{
    [Fact]
    public void Objects_merge_member_by_member_lists_grow_and_plain_values_are_replaced()
    {
        var document = Parse("""{"a":{"keep":1,"plain":"old","deep":{"x":1}},"list":[1]}""");
        Apply(document, """{"target":"$","update":{"a":{"plain":"new","deep":{"y":2}},"list":[2,3],"added":true}}""");
        document.ToJsonString().Should().Be("""{"a":{"keep":1,"plain":"new","deep":{"x":1,"y":2}},"list":[1,2,3],"added":true}""");
    }

    [Fact]
    public void An_update_of_a_list_appends_one_item()
    {
        var document = Parse("""{"required":["a"]}""");
        Apply(document, """{"target":"$.required","update":"b"}""");
        document.ToJsonString().Should().Be("""{"required":["a","b"]}""");
    }

    [Fact]
    public void One_update_reaches_every_match_and_shares_nothing_between_them()
    {
        var document = Parse("""{"p":{"x":{},"y":{}}}""");
        Apply(document, """{"target":"$.p.*","update":{"tags":["t"]}}""");
        document["p"]!["x"]!["tags"]!.AsArray().Add("own");
        document["p"]!["y"]!.ToJsonString().Should().Be("""{"tags":["t"]}""");
    }

    [Fact]
    public void A_removal_takes_members_and_items_out()
    {
        var document = Parse("""{"list":["a","b","c","d"],"members":{"x":1,"y":2}}""");
        Apply(document, """{"target":"$.list[?@=='a' || @=='c']","remove":true}""");
        Apply(document, """{"target":"$.members.x","remove":true}""");
        document.ToJsonString().Should().Be("""{"list":["b","d"],"members":{"y":2}}""");
    }

    [Theory]
    [InlineData("""{"target":"$.absent","update":{"a":1}}""", "*matches nothing*")]
    [InlineData("""{"target":"$.absent","remove":true}""", "*matches nothing*")]
    [InlineData("""{"target":"$.o","update":{"a":1}}""", "*already says*")]
    [InlineData("""{"target":"$.o","update":{"a":{"b":1}}}""", "/o/a: The kinds differ*")]
    [InlineData("""{"target":"$.o","update":{"l":"text"}}""", "/o/l: The kinds differ*")]
    [InlineData("""{"target":"$.o.a","update":{"b":1}}""", "/o/a: Only an object or a list*")]
    [InlineData("""{"target":"$.o","update":"text"}""", "/o: Only an object or a list*")]
    [InlineData("""{"target":"$","remove":true}""", "/: The whole document*")]
    public void What_cannot_be_applied_says_why(string action, string problem)
        => Apply(Parse("""{"o":{"a":1,"l":[]}}"""), action).Problem.Should().Match(problem);

    [Theory]
    [InlineData("""{"overlay":"1.0.0","actions":[],"more":1}""", "/more")]
    [InlineData("""{"overlay":"1.1.0","actions":[]}""", "/overlay")]
    [InlineData("""{"overlay":"1.0.0"}""", "/actions")]
    [InlineData("""{"overlay":"1.0.0","actions":[{"target":"$","update":{"a":1},"x-test":"T"}]}""", "/actions/0/x-reason")]
    [InlineData("""{"overlay":"1.0.0","actions":[{"target":"$","update":{"a":1},"x-reason":"R"}]}""", "/actions/0/x-test")]
    [InlineData("""{"overlay":"1.0.0","actions":[{"target":"$","x-reason":"R","x-test":"T"}]}""", "/actions/0")]
    [InlineData("""{"overlay":"1.0.0","actions":[{"target":"$","update":{},"remove":true,"x-reason":"R","x-test":"T"}]}""", "/actions/0")]
    [InlineData("""{"overlay":"1.0.0","actions":[{"target":"$","update":null,"x-reason":"R","x-test":"T"}]}""", "/actions/0/update")]
    [InlineData("""{"overlay":"1.0.0","actions":[{"target":"nowhere","remove":true,"x-reason":"R","x-test":"T"}]}""", "/actions/0/target")]
    [InlineData(
        """{"overlay":"1.0.0","actions":[{"target":"$.a","remove":true,"x-reason":"R","x-test":"T","because":"x"}]}""",
        "/actions/0/because")]
    [InlineData("""{"overlay":"1.0.0","actions":["x"]}""", "/actions/0")]
    public void A_malformed_overlay_is_refused_with_its_place(string overlay, string place)
        => FluentActions.Invoking(() => OverlayDocument.Parse(Parse(overlay))).Should().Throw<SpecException>()
            .Which.Pointer.ToString().Should().Be(place);

    private static JsonObject Parse(string json) => JsonText.ParseObject(json);

    private static OverlayOutcome Apply(JsonObject document, string action)
    {
        var whole = Parse(action);
        whole["x-reason"] = "A reason.";
        whole["x-test"] = "A_test";
        var overlay = new JsonObject { ["overlay"] = "1.0.0", ["actions"] = new JsonArray(whole) };
        return OverlayEngine.Apply(document, OverlayDocument.Parse(overlay)).Single();
    }
}

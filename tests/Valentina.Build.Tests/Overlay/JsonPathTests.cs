using System.Text.Json.Nodes;
using Valentina.SpecTool.Overlay;

namespace Valentina.Build.Tests.Overlay;

public sealed class JsonPathTests
{
    private static readonly JsonObject Document = JsonNode.Parse("""
        {
          "paths": {
            "/a": { "get": { "id": "readA", "tags": ["A"], "params": [{"name": "x", "in": "path", "max": 100.0}, {"name": "y", "in": "query"}] } },
            "/b": { "get": { "id": "readB", "tags": ["B"] }, "put": { "id": "writeB", "tags": ["B"], "done": true, "note": null } }
          },
          "list": ["one", "two", "three"],
          "a.b": { "c d": 1 }
        }
        """)!.AsObject();

    [Theory]
    [InlineData("$", "/")]
    [InlineData("$.list", "/list")]
    [InlineData("$['a.b']['c d']", "/a.b/c d")]
    [InlineData("$[\"a.b\"]", "/a.b")]
    [InlineData("$.list[0]", "/list/0")]
    [InlineData("$.list[-1]", "/list/2")]
    [InlineData("$.list[9]", "")]
    [InlineData("$.list[0,2]", "/list/0 /list/2")]
    [InlineData("$.list[?@=='two']", "/list/1")]
    [InlineData("$.list[?@!='two']", "/list/0 /list/2")]
    [InlineData("$.paths.*", "/paths/~1a /paths/~1b")]
    [InlineData("$.paths.*['put','get']", "/paths/~1a/get /paths/~1b/put /paths/~1b/get")]
    [InlineData("$.paths.*[?@.id=='readB']", "/paths/~1b/get")]
    [InlineData("$.paths.*[?@.tags[0]=='B' && @.done]", "/paths/~1b/put")]
    [InlineData("$.paths.*[?@.tags[0]=='B' && !@.done]", "/paths/~1b/get")]
    [InlineData("$.paths.*[?@.id=='readA' || @.id=='writeB']", "/paths/~1a/get /paths/~1b/put")]
    [InlineData("$.paths.*[?(@.id=='readA' || @.id=='writeB') && @.done==true]", "/paths/~1b/put")]
    [InlineData("$.paths.*[?@.note==null]", "/paths/~1b/put")]
    [InlineData("$.paths.*[?@.params[?@.in=='path' && @.max==100]]", "/paths/~1a/get")]
    [InlineData("$.paths.*[?!@.params[?@.in=='path']].id", "/paths/~1b/get/id /paths/~1b/put/id")]
    [InlineData("$.paths.*[?match(@.id, 'read.')]", "/paths/~1a/get /paths/~1b/get")]
    [InlineData("$.paths.*[?match(@.id, 'read')]", "")]
    [InlineData("$.paths.*[?search(@.id, '^write')]", "/paths/~1b/put")]
    [InlineData("$..name", "/paths/~1a/get/params/0/name /paths/~1a/get/params/1/name")]
    [InlineData("$..[?@.in=='query']", "/paths/~1a/get/params/1")]
    [InlineData("$.absent.deeper", "")]
    [InlineData("$.list.name", "")]
    public void A_path_selects_values_in_document_order(string path, string places)
        => string.Join(' ', JsonPath.Parse(path).Select(Document).Select(match => match.Place.ToString())).Should().Be(places);

    [Fact]
    public void A_value_is_selected_once_even_when_two_selectors_name_it()
        => JsonPath.Parse("$.list[0,0]").Select(Document).Should().ContainSingle();

    [Theory]
    [InlineData("list")]
    [InlineData("$.")]
    [InlineData("$.list[")]
    [InlineData("$.list[1:2]")]
    [InlineData("$.list[?@=>1]")]
    [InlineData("$.list[?@=='open]")]
    [InlineData("$['with \\' escape']")]
    [InlineData("$.list trailing")]
    [InlineData("$.list[?length(@)==1]")]
    public void What_is_not_supported_is_refused_with_its_place(string path)
        => FluentActions.Invoking(() => JsonPath.Parse(path)).Should().Throw<FormatException>().WithMessage("*character*");
}

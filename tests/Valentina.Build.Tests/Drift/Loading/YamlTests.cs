using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Loading;

namespace Valentina.Build.Tests.Drift.Loading;

/// <summary>YAML stands for the JSON that the specification says, also where the parser does not see it so.</summary>
public sealed class YamlTests
{
    public static TheoryData<string, string, string> Texts => new()
    {
        { "a merge key", "a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}", """{"a":{"x":1,"y":2},"b":{"y":3,"x":1}}""" },
        {
            "a list of merge keys", "a: &a {x: 1}\nb: &b {x: 2, z: 3}\nc:\n  <<: [*a, *b]",
            """{"a":{"x":1},"b":{"x":2,"z":3},"c":{"x":1,"z":3}}"""
        },
        {
            "a merge of what was merged", "a: &a {x: 1}\nb: &b {<<: *a}\nc: {<<: *b, y: 2}",
            """{"a":{"x":1},"b":{"x":1},"c":{"y":2,"x":1}}"""
        },
        { "a key that only looks like a merge", "a: {'<<': 1}", """{"a":{"<<":1}}""" },
        { "a kept block of blanks", "a: |+\n   \nb: 1\n", """{"a":"\n","b":1}""" },
        { "a kept block of several blanks", "a: |+\n  \n\nb: 1\n", """{"a":"\n\n","b":1}""" },
        { "a clipped block of blanks", "a: |\n    \n\nb: 1\n", """{"a":"","b":1}""" },
        { "a folded block of blanks in a list", "- >+\n     \n- b: |+\n       \n  c: 1\n", """["\n",{"b":"\n","c":1}]""" },
        { "a block of blanks at the end", "a: |+\n    \n", """{"a":"\n"}""" },
        { "a block with content", "a: |+\n  x\n   \n  y\n\nb: 1\n", """{"a":"x\n \ny\n\n","b":1}""" },
        { "tags", "a: !!str 5\nb: !!int '5'\nc: !!null ''", """{"a":"5","b":5,"c":null}""" },
        { "values of the core schema", "[~, yes, True, 0x10, 1e2, .5, -3, '4']", """[null,"yes",true,"0x10",100,0.5,-3,"4"]""" },
        { "an alias", "a: &a [1]\nb: *a", """{"a":[1],"b":[1]}""" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_stands_for_its_JSON(string what, string yaml, string json)
        => JsonNode.DeepEquals(YamlReader.Read(yaml, "text"), JsonNode.Parse(json)).Should().BeTrue(
            "{0} is {1}, not {2}", what, json, YamlReader.Read(yaml, "text")?.ToJsonString());
}

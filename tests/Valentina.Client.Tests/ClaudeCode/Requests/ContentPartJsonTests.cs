using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;
using Web = System.Text.Json.JsonSerializerOptions;

namespace Valentina.Client.Tests.ClaudeCode.Requests;

/// <summary>A part of a message that a program keeps or passes on by itself has the form of the wire, in both serializers.</summary>
public sealed class ContentPartJsonTests
{
    public static TheoryData<string> Parts { get; } =
    [
        """{"type":"text","text":"What is this?"}""",
        """{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AQID"}}""",
        """{"type":"image","source":{"type":"url","url":"https://valentina.example/moon.png"}}""",
        """{"type":"document","title":"a"}""",
        """{"type":"text","text":"a","cache_control":{"type":"ephemeral"}}""",
    ];

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_part_round_trips_as_itself_and_as_its_kind(string json)
    {
        var part = System.Text.Json.JsonSerializer.Deserialize<ContentPart>(json)!;
        foreach (var type in new[] { typeof(ContentPart), part.GetType() })
        {
            foreach (var options in new[] { Web.Default, Web.Web })
            {
                var text = System.Text.Json.JsonSerializer.Serialize(part, type, options);
                JToken.DeepEquals(JToken.Parse(text), JToken.Parse(json)).Should().BeTrue(text);
                System.Text.Json.JsonSerializer.Deserialize(text, type, options).Should().BeOfType(part.GetType());
            }

            var other = JsonConvert.SerializeObject(part, type, null);
            JToken.DeepEquals(JToken.Parse(other), JToken.Parse(json)).Should().BeTrue(other);
            JsonConvert.DeserializeObject(other, type).Should().BeOfType(part.GetType());
        }
    }

    [Fact]
    public void Parts_round_trip_in_lists_and_in_types_of_a_program()
    {
        var kept = new Kept([ContentPart.OfText("a")], ContentPart.OfImage([1], "image/png"), null);
        var text = System.Text.Json.JsonSerializer.Serialize(kept, Web.Web);

        text.Should().Be(
            """{"parts":[{"type":"text","text":"a"}],"picture":{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AQ=="}},"caption":null}""");
        System.Text.Json.JsonSerializer.Deserialize<Kept>(text, Web.Web)!.Picture!.Data.Should().Be("AQ==");
        JsonConvert.DeserializeObject<Kept>(JsonConvert.SerializeObject(kept))!.Parts[0].Should().BeOfType<TextPart>();
    }

    [Theory]
    [InlineData("""{"type":"image","source":{"type":"url","url":"https://valentina.example/moon.png"}}""")]
    [InlineData("""{"type":"text","text":"a","more":1}""")]
    [InlineData("""[]""")]
    [InlineData("""7""")]
    public void A_part_of_another_kind_is_no_text(string json)
    {
        FluentActions.Invoking(() => System.Text.Json.JsonSerializer.Deserialize<TextPart>(json))
            .Should().Throw<System.Text.Json.JsonException>();
        FluentActions.Invoking(() => JsonConvert.DeserializeObject<TextPart>(json)).Should().Throw<JsonSerializationException>();
    }

    private sealed record Kept(IReadOnlyList<ContentPart> Parts, ImagePart? Picture, TextPart? Caption);
}

using System.Text.Json;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;
using Valentina.Models;

namespace Valentina.Client.Tests.Generated;

/// <summary>Every model survives every serializer: what comes out at the end is what came in.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<string> Serializers => Wire.Serializers;

    private static IEnumerable<Type> Types => [.. Models.All, typeof(MessageContent)];

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Every_model_passes_through_every_serializer_unchanged(string serializer)
    {
        foreach (var type in Types)
        {
            var wire = Sample.Of(type);
            var model = Wire.Read(type, wire);

            var copy = Wire.Read(type, Wire.Write(model, serializer), serializer);

            Same(Wire.Write(copy), wire, type);
        }
    }

    [Theory]
    [InlineData("sdk")]
    [InlineData("plain")]
    [InlineData("system")]
    [InlineData("web")]
    public void Patches_keep_what_was_never_assigned(string serializer)
    {
        foreach (var type in Models.All.Where(static type => type.Name.EndsWith("Patch", StringComparison.Ordinal)))
        {
            var names = Models.MembersOf(type).Select(Models.WireName).ToList();
            var wire = new JObject(names.Where((_, index) => index % 2 == 0).Select(name => new JProperty(name, JValue.CreateNull())));

            var copy = Wire.Read(type, Wire.Write(Wire.Read(type, wire), serializer), serializer);

            Same(Wire.Write(copy), wire, type);
        }
    }

    [Theory]
    [MemberData(nameof(Serializers))]
    public void Every_page_passes_through_every_serializer_unchanged(string serializer)
    {
        foreach (var item in Models.Received.Where(
            static type => Raw.ValentinaPages.Find(typeof(Page<>).MakeGenericType(type)) is not null))
        {
            var type = typeof(Page<>).MakeGenericType(item);
            var wire = new JObject { ["items"] = new JArray(Sample.Of(item)), ["limit"] = 10, ["offset"] = 20, ["total"] = 21 };

            var copy = Wire.Read(type, Wire.Write(Wire.Read(type, wire), serializer), serializer);

            Same(Wire.Write(copy), wire, type);
        }
    }

    [Theory]
    [InlineData("system")]
    [InlineData("web")]
    public void A_page_of_a_programs_own_items_works_too(string serializer)
    {
        var page = Wire.Read<Page<Own>>(Wire.Write(new Page<Own> { Items = [new("a")], Total = 3 }, serializer), serializer);

        (page.Items.Single().Text, page.Total).Should().Be(("a", 3));
    }

    [Fact]
    public void The_options_of_a_program_do_not_change_the_form_of_the_wire()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
            PropertyNamingPolicy = JsonNamingPolicy.KebabCaseUpper,
            Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
        };
        var roll = new DiceRoll { DiceSize = (DiceSize)10, NumDice = 0 };

        var written = JObject.Parse(JsonSerializer.Serialize(new { roll }, options))["ROLL"]!;

        (written["dice_size"], written["num_dice"]).Should().Be((new JValue(10), new JValue(0)));
    }

    [Fact]
    public void Open_enums_are_keys_and_may_be_null()
    {
        var counts = new Dictionary<CharacterStatus, CharacterStatus?> { [CharacterStatus.Alive] = "UNDEAD", ["NEW"] = null };

        var json = JsonSerializer.Serialize(counts, Wire.WebOptions);

        json.Should().Be("""{"ALIVE":"UNDEAD","NEW":null}""");
        JsonSerializer.Deserialize<Dictionary<CharacterStatus, CharacterStatus?>>(json, Wire.WebOptions).Should().Equal(counts);
    }

    [Fact]
    public void Open_enums_are_parsed_known_or_not_but_never_from_nothing()
    {
        CharacterStatus.TryParse("NEW", null, out var status).Should().BeTrue();
        status.Should().Be((CharacterStatus)"NEW");
        CharacterStatus.Parse("ALIVE".AsSpan()).Should().Be(CharacterStatus.Alive);
        CharacterStatus.TryParse("", null, out _).Should().BeFalse();
        FluentActions.Invoking(() => CharacterStatus.Parse("")).Should().Throw<FormatException>();
    }

    [Fact]
    public void System_Text_Json_says_where_a_mismatch_is()
        => FluentActions.Invoking(() => JsonSerializer.Deserialize<Company>("""{"settings":{"character_autogen_num_choices":[]}}"""))
            .Should().Throw<JsonException>().WithMessage("*'settings.character_autogen_num_choices'*");

    private static void Same(string actual, JToken expected, Type type)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(actual))
        {
            DateParseHandling = Newtonsoft.Json.DateParseHandling.None,
        };
        JToken.DeepEquals(JToken.ReadFrom(reader), expected).Should().BeTrue($"{type.Name}: {actual} should be {expected}");
    }

    private sealed record Own(string Text);
}

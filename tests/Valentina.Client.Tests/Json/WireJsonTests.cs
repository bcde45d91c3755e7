using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;
using Valentina.Json;
using Valentina.Json.Codecs;
using Valentina.Models;

namespace Valentina.Client.Tests.Json;

/// <summary>What the SDK takes as JSON, and what it makes of it.</summary>
public sealed class WireJsonTests
{
    [Fact]
    public void A_byte_order_mark_is_skipped()
        => Read<Note>([0xEF, 0xBB, 0xBF, .. """{"title":"A"}"""u8]).Title.Should().Be("A");

    [Fact]
    public void Invalid_UTF_8_becomes_a_replacement_character_in_texts_and_names()
    {
        var note = Read<Note>([.. "{\"title\":\"a"u8, 0xFF, .. "b\",\"x"u8, 0xC3, .. "\":1}"u8]);

        note.Title.Should().Be("a\uFFFDb");
        note.AdditionalData.Should().ContainKey("x\uFFFD");
    }

    [Theory]
    [InlineData("""{"title":"a\ud83eb"}""", "a\uFFFDb")]
    [InlineData("""{"title":"\udd87\ud83e"}""", "\uFFFD\uFFFD")]
    [InlineData("""{"title":"\ud83e\udd87 \" \\ \/ \b\f\n\r\t \u00e9"}""", "🦇 \" \\ / \b\f\n\r\t é")]
    [InlineData("""{"t\u0069tle":"escaped name"}""", "escaped name")]
    public void Escapes_are_read_and_half_a_pair_becomes_a_replacement_character(string json, string expected)
        => Read<Note>(json).Title.Should().Be(expected);

    [Theory]
    [InlineData("1.0", 1)]
    [InlineData("1e2", 100)]
    [InlineData("\"12\"", 12)]
    [InlineData("\"\"", 0)]
    [InlineData("null", 0)]
    [InlineData("-2147483648", int.MinValue)]
    public void Whole_numbers_come_in_many_forms(string json, int expected)
        => Read<Campaign>($$"""{"danger":{{json}}}""").Danger.Should().Be(expected);

    [Theory]
    [InlineData("""{"danger":1.5}""", "danger")]
    [InlineData("""{"danger":2147483648}""", "danger")]
    [InlineData("""{"danger":1e-400}""", "danger")]
    [InlineData("""{"danger":true}""", "danger")]
    [InlineData("""{"id":"x"}""", "id")]
    [InlineData("""{"name":[]}""", "name")]
    [InlineData("""{"num_books":{"a":[1,{}]}}""", "num_books")]
    [InlineData("[]", "It should be an object")]
    public void A_mismatch_says_where_it_is(string json, string place)
        => FluentActions.Invoking(() => Read<Campaign>(json)).Should().Throw<JsonException>().WithMessage($"*{place}*");

    [Fact]
    public void A_mismatch_deep_inside_says_its_path()
        => FluentActions.Invoking(() => WireJson.Read(
                """{"total":1,"items":[{"name":"a"},{"name":"b","danger":[]}]}"""u8, PageCodec<Campaign, ModelCodec<Campaign>>.Read))
            .Should().Throw<JsonException>().WithMessage("'items[1].danger' should be a whole number, but is a list.");

    [Theory]
    [InlineData("""{"cost":1e400}""")]
    [InlineData("""{"cost":99999999999999999999999999999999}""")]
    [InlineData("""{"cost":NaN}""")]
    [InlineData("""{"cost":undefined}""")]
    [InlineData("""{'cost':1}""")]
    [InlineData("""{"cost":1} {}""")]
    [InlineData("""{"cost":1}x""")]
    [InlineData("""{"cost":1,}""")]
    [InlineData("""{"cost":1/**/}""")]
    [InlineData("""{"cost":""")]
    [InlineData("")]
    public void What_is_no_JSON_or_no_money_is_refused(string json)
        => FluentActions.Invoking(() => Read<Completion>(json)).Should().Throw<JsonException>();

    [Fact]
    public void Of_names_that_come_twice_the_last_wins()
    {
        var note = Read<Note>("""{"title":"a","x":1,"title":"b","x":2}""");

        (note.Title, (int)note.AdditionalData!["x"]).Should().Be(("b", 2));
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void Sixty_four_levels_are_read_and_no_more(int lists, bool isRead)
    {
        var read = () => Read<Note>($$"""{"x":{{new string('[', lists)}}{{new string(']', lists)}}}""");

        if (isRead)
        {
            read.Should().NotThrow();
        }
        else
        {
            read.Should().Throw<JsonException>();
        }
    }

    [Fact]
    public void Names_are_told_apart_by_case()
        => Read<Note>("""{"title":"a","TITLE":"b"}""").Title.Should().Be("a");

    [Fact]
    public void Free_JSON_keeps_numbers_of_any_size()
    {
        const string Json = """{"x":[1,-1,123456789012345678901234567890,1e400,1.5,2.0,1e300]}""";

        Write(Read<Note>(Json)).Should().EndWith("\"x\":[1,-1,123456789012345678901234567890,1e400,1.5,2.0,1E+300]}");
    }

    [Fact]
    public void Unknown_members_are_the_same_dictionary_on_every_look_and_can_be_changed()
    {
        var note = Read<Note>("""{"x":{"a":[1,"\ud800",{"b":null}]},"y":"\u0079"}""");

        note.AdditionalData.Should().BeSameAs(note.AdditionalData);
        note.AdditionalData!["x"].Should().BeEquivalentTo(JToken.Parse("""{"a":[1,"\ufffd",{"b":null}]}"""));
        note.AdditionalData["z"] = 1;
        Write(note).Should().EndWith("\"y\":\"y\",\"z\":1}");
    }

    [Fact]
    public void Known_values_of_an_enum_take_no_memory()
        => Read<CharacterDetail>("""{"status":"ALIVE"}""").Status.Value.Should().BeSameAs(CharacterStatus.Alive.Value);

    [Fact]
    public void Texts_stay_readable_and_small()
        => Write(new Note { Title = "Grün 🦇 <a href='+'>&\u007f\"\\/\u0001\n\u2028\ud800" })
            .Should().Contain("\"Grün 🦇 <a href='+'>&\u007f\\\"\\\\/\\u0001\\n\\u2028\uFFFD\"");

    [Fact]
    public void Free_JSON_of_any_depth_is_written_or_refused_but_never_ends_the_process()
    {
        JToken deep = new JArray();
        for (var level = 0; level < 3_000; level++)
        {
            deep = new JArray(deep);
        }

        var body = WireJson.ToBytes<object>(deep, WireJson.Write);

        body.Length.Should().Be(6_002);
    }

    private static T Read<T>(string json)
        where T : class, IJsonModel<T>
        => Read<T>(Encoding.UTF8.GetBytes(json));

    private static T Read<T>(byte[] json)
        where T : class, IJsonModel<T>
        => WireJson.Read(json, ModelCodec<T>.Read);

    private static string Write(object model) => Encoding.UTF8.GetString(WireJson.ToBytes(model, WireJson.Write));
}

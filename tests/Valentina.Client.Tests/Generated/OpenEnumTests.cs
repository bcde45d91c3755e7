using System.ComponentModel;
using Newtonsoft.Json;
using Valentina.Models;

namespace Valentina.Client.Tests.Generated;

/// <summary>Enums are texts with known values: what a newer server adds is kept, told apart and written back unchanged.</summary>
public sealed class OpenEnumTests
{
    [Theory]
    [InlineData("\"ALIVE\"", true)]
    [InlineData("\"UNDEAD\"", false)]
    [InlineData("\"alive\"", false)]
    public void Any_text_is_read_and_written_back(string json, bool known)
    {
        var status = Wire.Read<CharacterStatus>(json);

        status.IsKnown.Should().Be(known);
        Wire.Write(status).Should().Be(json);
    }

    [Theory]
    [InlineData("""{"a":"ALIVE","b":null,"list":["DEAD","UNDEAD"],"map":{"ALIVE":1,"UNDEAD":2}}""")]
    [InlineData("""{"a":"UNDEAD","b":"UNDEAD","list":[],"map":{}}""")]
    public void It_works_alone_nullable_in_lists_and_as_the_key_of_a_map(string json)
    {
        Wire.Write(Wire.Read<Holder>(json)).Should().Be(json);
        Wire.Write(Wire.Read<Holder>(json, "plain"), "plain").Should().Be(json);
    }

    [Fact]
    public void Null_for_a_value_that_cannot_be_null_is_the_empty_value()
        => Wire.Read<Holder>("""{"a":null}""").A.Value.Should().BeEmpty();

    [Fact]
    public void A_number_where_a_text_is_due_is_kept_as_its_text()
        => Wire.Read<Holder>("""{"a":7}""").A.Value.Should().Be("7");

    [Fact]
    public void Values_compare_by_text()
    {
        CharacterStatus alive = "ALIVE";

        (alive == CharacterStatus.Alive).Should().BeTrue();
        (alive != CharacterStatus.Dead).Should().BeTrue();
        (alive == "ALIVE").Should().BeTrue();
        alive.Equals((object)CharacterStatus.Alive).Should().BeTrue();
        alive.GetHashCode().Should().Be(CharacterStatus.Alive.GetHashCode());
        default(CharacterStatus).Should().Be(new CharacterStatus(""));
    }

    [Fact]
    public void Every_enum_knows_its_values_and_shows_its_text()
    {
        foreach (var type in Models.OpenEnums)
        {
            var values = ((System.Collections.IEnumerable)type.GetProperty("KnownValues")!.GetValue(null)!).Cast<IOpenEnum>().ToList();

            values.Should().NotBeEmpty(type.Name).And.OnlyContain(v => v.IsKnown && v.ToString() == v.Value);
            values.Select(v => v.Value).Should().OnlyHaveUniqueItems();
            TypeDescriptor.GetConverter(type).ConvertFromInvariantString(values[0].Value).Should().Be(values[0]);
        }
    }

    [Fact]
    public void Every_enum_can_be_made_from_any_text()
        => Models.OpenEnums.Should().OnlyContain(t => t.GetMethod("FromValue")!.ReturnType == t);

    private sealed class Holder
    {
        [JsonProperty("a")]
        [System.Text.Json.Serialization.JsonPropertyName("a")]
        public CharacterStatus A { get; set; }

        [JsonProperty("b")]
        [System.Text.Json.Serialization.JsonPropertyName("b")]
        public CharacterStatus? B { get; set; }

        [JsonProperty("list")]
        [System.Text.Json.Serialization.JsonPropertyName("list")]
        public IReadOnlyList<CharacterStatus> List { get; set; } = [];

        [JsonProperty("map")]
        [System.Text.Json.Serialization.JsonPropertyName("map")]
        public IReadOnlyDictionary<CharacterStatus, int> Map { get; set; } = new Dictionary<CharacterStatus, int>();
    }
}

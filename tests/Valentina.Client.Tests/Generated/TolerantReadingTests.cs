using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;
using Valentina.Models;

namespace Valentina.Client.Tests.Generated;

/// <summary>A newer server may add, leave out or empty what it likes: reading never fails and never yields an unexpected null.</summary>
public sealed class TolerantReadingTests
{
    [Fact]
    public void Missing_members_leave_every_answer_whole()
    {
        foreach (var type in Models.Received)
        {
            NothingUnexpectedIsNull(Wire.Read(type, new JObject()));
        }
    }

    [Fact]
    public void Null_members_leave_every_answer_whole()
    {
        foreach (var type in Models.Received)
        {
            var empty = new JObject(Models.MembersOf(type).Select(m => new JProperty(Models.WireName(m), JValue.CreateNull())));

            NothingUnexpectedIsNull(Wire.Read(type, empty));
        }
    }

    [Fact]
    public void Unknown_members_of_every_answer_are_kept_and_written_back()
    {
        foreach (var type in Models.Received)
        {
            var model = Wire.Read(type, JObject.Parse("""{"a_new_member":{"since":"2027-01-01T00:00:00","n":[1,2.50]}}"""));

            JObject.Parse(Wire.Write(model))["a_new_member"]!.ToString(Newtonsoft.Json.Formatting.None)
                .Should().Be("""{"since":"2027-01-01T00:00:00","n":[1,2.5]}""", type.Name);
        }
    }

    [Fact]
    public void Without_unknown_members_there_is_no_additional_data()
        => Wire.Read<Note>("""{"title":"A"}""").AdditionalData.Should().BeNull();

    [Fact]
    public void Children_nobody_asked_for_are_null_and_an_empty_list_is_empty()
    {
        Wire.Read<CampaignBookDetail>("{}").Notes.Should().BeNull();
        Wire.Read<CampaignBookDetail>("""{"notes":[]}""").Notes.Should().BeEmpty();
        Wire.Read<CampaignBookDetail>("""{"notes":[{"title":"A"}]}""").Notes.Should().ContainSingle().Which.Title.Should().Be("A");
    }

    [Fact]
    public void A_list_that_is_received_replaces_the_empty_one_it_began_with()
    {
        var first = Wire.Read<Trait>("""{"character_classes":["VAMPIRE"]}""");
        var second = Wire.Read<Trait>("""{"character_classes":["MAGE"]}""");

        first.CharacterClasses.Should().Equal(CharacterClass.Vampire);
        second.CharacterClasses.Should().Equal(CharacterClass.Mage);
    }

    [Fact]
    public void Maps_are_read_with_typed_values()
        => Wire.Read<TraitValueOptions>("""{"options":{"3":{"direction":"increase","point_change":1},"DELETE":{"direction":"decrease"}}}""")
            .Options.Keys.Should().Equal("3", "DELETE");

    [Fact]
    public void A_number_outside_the_enum_is_kept()
    {
        var roll = Wire.Read<DiceRoll>("""{"dice_size":12}""");

        ((int)roll.DiceSize).Should().Be(12);
        JObject.Parse(Wire.Write(roll))["dice_size"]!.Value<int>().Should().Be(12);
    }

    [Fact]
    public void Small_costs_survive_reading_and_writing()
        => JObject.Parse(Wire.Write(Wire.Read<Completion>("""{"cost":0.00002125}""")))["cost"]!.Value<decimal>().Should().Be(0.00002125m);

    [Fact]
    public void Type_names_in_an_answer_are_data()
        => Wire.Read<Note>("""{"$type":"System.IO.FileInfo, System.Private.CoreLib","title":"A"}""")
            .AdditionalData.Should().ContainKey("$type");

    private static void NothingUnexpectedIsNull(object model)
    {
        foreach (var member in Models.MembersOf(model.GetType()).Where(m => !Models.IsNullable(m)))
        {
            member.GetValue(model).Should().NotBeNull($"{model.GetType().Name}.{member.Name} is not nullable");
        }
    }
}

using Newtonsoft.Json.Linq;
using Valentina.Models;

namespace Valentina.Client.Tests.Generated;

/// <summary>A patch has three states: never assigned is left out, an assigned null is sent as null, a value is sent.</summary>
public sealed class PatchTests
{
    [Theory]
    [MemberData(nameof(Wire.Serializers), MemberType = typeof(Wire))]
    public void What_was_never_assigned_is_left_out(string serializer)
        => Wire.Write(new CharacterPatch(), serializer).Should().Be("{}");

    [Theory]
    [MemberData(nameof(Wire.Serializers), MemberType = typeof(Wire))]
    public void An_assigned_null_is_sent_and_a_value_is_sent(string serializer)
        => Wire.Write(new CharacterPatch { NameFirst = "Ada", Age = null, Biography = null }, serializer)
            .Should().Be("""{"name_first":"Ada","age":null,"biography":null}""");

    [Fact]
    public void Assigning_again_changes_the_value_but_not_that_it_is_sent()
    {
        var patch = new CampaignPatch { Description = "old" };
        patch.Description = null;

        Wire.Write(patch).Should().Be("""{"description":null}""");
    }

    [Fact]
    public void Nested_patches_have_three_states_of_their_own()
        => Wire.Write(new CharacterPatch { VampireAttributes = new VampireAttributesPatch { Generation = null, Sire = "Mina" } })
            .Should().Be("""{"vampire_attributes":{"generation":null,"sire":"Mina"}}""");

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"age":null}""")]
    [InlineData("""{"name_first":"Ada","age":null,"vampire_attributes":{"generation":null}}""")]
    [InlineData("""{"vampire_attributes":{}}""")]
    [InlineData("""{"in_game_date":"2026-05-04"}""")]
    public void A_patch_that_was_read_is_written_as_it_was(string json)
    {
        var type = json.Contains("in_game_date", StringComparison.Ordinal) ? typeof(CampaignPatch) : typeof(CharacterPatch);

        Wire.Write(Wire.Read(type, JToken.Parse(json))).Should().Be(json);
    }

    [Fact]
    public void A_patch_within_other_JSON_keeps_its_states()
        => JObject.FromObject(new { patch = new CampaignPatch { InGameDate = null } }).ToString(Newtonsoft.Json.Formatting.None)
            .Should().Be("""{"patch":{"in_game_date":null}}""");

    [Fact]
    public void Every_member_of_every_patch_has_three_states()
    {
        foreach (var patch in Models.All.Where(t => t.Name.EndsWith("Patch", StringComparison.Ordinal)))
        {
            foreach (var member in Models.MembersOf(patch))
            {
                var instance = Activator.CreateInstance(patch)!;
                member.SetValue(instance, null);

                JObject.Parse(Wire.Write(instance)).Properties().Should().ContainSingle($"{patch.Name}.{member.Name} was set to null")
                    .Which.Value.Type.Should().Be(JTokenType.Null);
            }
        }
    }
}

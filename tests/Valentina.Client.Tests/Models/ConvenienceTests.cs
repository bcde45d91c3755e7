using Newtonsoft.Json;
using Valentina.Models;

namespace Valentina.Client.Tests.Models;

/// <summary>What hand-written partials add to generated models.</summary>
public class ConvenienceTests
{
    [Theory]
    [InlineData("SUCCESS", 4, 4, true, false, false, false)]
    [InlineData("CRITICAL", 7, 7, true, true, false, false)]
    [InlineData("FAILURE", 0, 0, false, false, true, false)]
    [InlineData("BOTCH", -2, 0, false, false, false, true)]
    [InlineData("OTHER", null, 0, false, false, false, false)]
    public void A_roll_tells_its_successes(string type, int? total, int successes, bool success, bool critical, bool failure, bool botch)
    {
        var roll = new DiceRoll { Result = new DiceRollResult { TotalResult = total, TotalResultType = type } };

        (roll.Successes, roll.IsSuccess, roll.IsCritical, roll.IsFailure, roll.IsBotch)
            .Should().Be((successes, success, critical, failure, botch));
    }

    [Fact]
    public void A_roll_without_a_result_has_no_success()
        => (new DiceRoll().Successes, new DiceRoll().IsSuccess, new DiceRoll().IsBotch).Should().Be((0, false, false));

    [Theory]
    [InlineData("online", "online", true)]
    [InlineData("online", "offline", false)]
    [InlineData("offline", "online", false)]
    [InlineData("", "", false)]
    public void Health_needs_database_and_cache(string database, string cache, bool healthy)
        => new SystemHealth { DatabaseStatus = database, CacheStatus = cache }.IsHealthy.Should().Be(healthy);

    [Fact]
    public void Value_options_are_found_by_number()
    {
        var options = JsonConvert.DeserializeObject<TraitValueOptions>(
            """{"options": {"3": {"point_change": 6}, "DELETE": {"point_change": 2}}}""")!;

        options.To(3)!.PointChange.Should().Be(6);
        options.To(4).Should().BeNull();
        options.Removal!.PointChange.Should().Be(2);
        new TraitValueOptions().Removal.Should().BeNull();
    }

    [Fact]
    public void Conveniences_never_reach_the_wire()
        => JsonConvert.SerializeObject(new DiceRoll()).Should().NotContainEquivalentOf("successes").And.NotContainEquivalentOf("isbotch");
}

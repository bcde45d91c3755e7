using System.Text.Json.Nodes;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>The game goes on: dice fall, statistics add up, experience is spent, characters are made, everything is written down.</summary>
public sealed class GameplayTests : IAsyncLifetime, IDisposable
{
    private readonly FakeValentina _fake = new();
    private readonly FakeHttp _http;
    private readonly ValentinaClient _client;
    private Campaign _campaign = null!;
    private Character _character = null!;

    public GameplayTests()
    {
        _http = new FakeHttp(_fake);
        _client = _fake.CreateClient();
    }

    public async Task InitializeAsync()
    {
        var acting = _client.ActingAs(_fake.AdminId);
        _campaign = await acting.Campaigns.CreateAsync(new CampaignCreate { Name = "Ashes" });
        _character = await acting.Characters.CreateAsync(new CharacterCreate
        {
            NameFirst = "Vera",
            NameLast = "Nacht",
            CharacterClass = CharacterClass.Mortal,
            GameVersion = GameVersion.V5,
            CampaignId = _campaign.Id,
            UserPlayerId = _fake.PlayerId,
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task Dice_fall_within_their_faces_and_statistics_add_up()
    {
        var acting = _client.ActingAs(_fake.PlayerId);
        var rolls = new List<DiceRoll>();
        for (var roll = 0; roll < 200; roll++)
        {
            rolls.Add(await acting.DiceRolls.CreateAsync(new DiceRollCreate
            {
                NumDice = 5,
                Difficulty = 6,
                CampaignId = _campaign.Id,
                NumDesperationDice = 1
            }));
        }

        rolls.Should().AllSatisfy(roll =>
        {
            roll.Result!.TotalDiceRoll.Should().HaveCount(6).And.OnlyContain(die => die >= 1 && die <= 10).And.BeInAscendingOrder();
            var tens = roll.Result.TotalDiceRoll.Count(die => die == 10) - roll.Result.TotalDiceRoll.Count(die => die == 1);
            roll.Result.TotalResult
                .Should().Be(roll.Result.TotalDiceRoll.Count(die => die is >= 6 and < 10) + (tens > 0 ? 2 * tens : tens));
        });
        var statistics = await _client.Companies.GetStatisticsAsync(_fake.CompanyId);
        statistics.TotalRolls.Should().Be(200);
        (statistics.Successes + statistics.Failures + statistics.Botches + statistics.Criticals).Should().Be(200);
        statistics.SuccessPercentage.Should().BeApproximately(statistics.Successes / 2.0, 0.0001);
        statistics.Successes.Should().Be(rolls.Count(roll => roll.Result!.TotalResultType == RollResultType.Success));
    }

    [Fact]
    public async Task A_seed_repeats_the_dice_and_another_one_does_not()
    {
        var first = await RollAsync(1);
        (await RollAsync(1)).Should().Equal(first);
        (await RollAsync(2)).Should().NotEqual(first);

        static async Task<IEnumerable<int>> RollAsync(int seed)
        {
            var fake = new FakeValentina(new FakeValentinaOptions { Seed = seed });
            using var client = fake.CreateClient();
            return (await client.ActingAs(fake.PlayerId).DiceRolls.CreateAsync(new DiceRollCreate { NumDice = 20 })).Result!.TotalDiceRoll;
        }
    }

    [Fact]
    public async Task A_prepared_roll_takes_its_dice_from_the_character()
    {
        var might = TraitId("Might");
        await AssignAsync(might, 3);
        var quickRoll = await _http.SendAsync(
            "POST", $"{_http.CompanyPath}/users/{_fake.PlayerId}/quickrolls", new { name = "Smash", trait_ids = new[] { might } },
            _fake.PlayerId);

        var roll = await _http.SendAsync(
            "POST", $"{_http.CompanyPath}/dicerolls/quickroll", new { quickroll_id = quickRoll.Id, character_id = _character.Id },
            _fake.PlayerId);

        roll.Body!["num_dice"]!.GetValue<int>().Should().Be(3);
        roll.Body["campaign_id"]!.GetValue<string>().Should().Be(_campaign.Id.ToString());
        roll.Body["trait_ids"]![0]!.GetValue<string>().Should().Be(might);
    }

    [Fact]
    public async Task Experience_is_really_spent_and_given_back()
    {
        await _http.SendAsync("PATCH", _http.CompanyPath, new { settings = new { permission_recoup_xp = "UNRESTRICTED" } });
        var owned = await AssignAsync(TraitId("Might"), 2);
        await ExperienceAsync("xp/add", 40);

        var raised = await _http.SendAsync("PUT", $"{Traits}/{owned}/value", new { target_value = 4, currency = "XP" }, _fake.AdminId);
        raised.Body!["value"]!.GetValue<int>().Should().Be(4);
        (await CurrentAsync()).Should().Be(40 - 15 - 20, "the third point costs five times three, the fourth five times four");

        await _http.SendAsync("PUT", $"{Traits}/{owned}/value", new { target_value = 3, currency = "XP" }, _fake.AdminId);
        (await CurrentAsync()).Should().Be(25);

        var refused = await _http.SendAsync("PUT", $"{Traits}/{owned}/value", new { target_value = 5, currency = "XP" }, _fake.AdminId);
        refused.Status.Should().Be(400);
        refused.Detail.Should().Be("User does not have enough XP to complete the action.");
        (await CurrentAsync()).Should().Be(25, "what is refused costs nothing");
    }

    [Fact]
    public async Task Value_options_say_what_each_step_costs()
    {
        var owned = await AssignAsync(TraitId("Might"), 2);
        await ExperienceAsync("xp/add", 40);

        var options = (JsonObject)(await _http.SendAsync(
            "GET", $"{Traits}/{owned}/value-options", actingUser: _fake.PlayerId)).Body!["options"]!;

        options.Select(option => option.Key).Should().Equal("3", "4", "5", "1", "DELETE");
        options["4"]!["point_change"]!.GetValue<int>().Should().Be(35);
        options["5"]!["can_use_xp"]!.GetValue<bool>().Should().BeFalse();
        options["DELETE"]!["xp_after"]!.GetValue<int>().Should().Be(55);
    }

    [Fact]
    public async Task Cool_points_bring_experience_and_count_for_life()
    {
        await ExperienceAsync("cp/add", 2);

        var user = await _client.Users.GetAsync(_fake.PlayerId);
        user.LifetimeCoolPoints.Should().Be(2);
        user.LifetimeXp.Should().Be(20);
        user.CampaignExperience.Should().ContainSingle().Which.XpCurrent.Should().Be(20);
    }

    [Fact]
    public async Task A_session_offers_characters_and_the_chosen_one_stays()
    {
        await ExperienceAsync("xp/add", 10);
        var start = $"{_http.CompanyPath}/characters/chargen/start?campaign_id={_campaign.Id}";
        var session = await _http.SendAsync("POST", start, actingUser: _fake.PlayerId);
        var offered = ((JsonArray)session.Body!["characters"]!).Select(character => character!["id"]!.GetValue<string>()).ToList();
        offered.Should().HaveCount(3);
        (await CurrentAsync()).Should().Be(0, "the session has its price");
        (await _client.ActingAs(_fake.PlayerId).Characters.ListAllAsync()).Should().ContainSingle("temporary characters are not listed");

        var chosen = await _http.SendAsync(
            "POST",
            $"{_http.CompanyPath}/characters/chargen/finalize",
            new { session_id = session.Id, selected_character_id = offered[1] });

        chosen.Id.Should().Be(offered[1]);
        chosen.Body!["is_temporary"]!.GetValue<bool>().Should().BeFalse();
        (await _client.ActingAs(_fake.PlayerId).Characters.ListAllAsync()).Should().HaveCount(2);
        (await _http.SendAsync("GET", $"{_http.CompanyPath}/characters/chargen/sessions", actingUser: _fake.PlayerId)).Body!.AsArray()
            .Should().BeEmpty();
        (await _http.SendAsync("POST", start, actingUser: _fake.PlayerId)).Status.Should().Be(400, "there is no experience left");
    }

    [Fact]
    public async Task A_session_ends_after_a_day()
    {
        await ExperienceAsync("xp/add", 10);
        var session = await _http.SendAsync(
            "POST", $"{_http.CompanyPath}/characters/chargen/start?campaign_id={_campaign.Id}", actingUser: _fake.PlayerId);

        ((FakeClock)_fake.Clock).Advance(TimeSpan.FromHours(25));

        var gone = await _http.SendAsync("GET", $"{_http.CompanyPath}/characters/chargen/sessions/{session.Id}");
        gone.Status.Should().Be(400, "the real server does not say 404 here");
        gone.Body!["invalid_parameters"]![0]!["message"]!.GetValue<string>().Should().Be("Session not found or expired");
    }

    [Fact]
    public async Task What_happened_is_in_the_audit_log_with_what_changed()
    {
        await _client.ActingAs(_fake.StorytellerId).Campaigns.UpdateAsync(_campaign.Id, new CampaignPatch { Danger = 4 });

        var entry = (await _client.Companies.GetAuditLogsPageAsync(_fake.CompanyId)).Items[0];

        entry.Operation.Should().Be(AuditOperation.Update);
        entry.EntityType.Should().Be(AuditEntityType.Campaign);
        entry.TargetEntityId.Should().Be(_campaign.Id);
        entry.ActingUserId.Should().Be(_fake.StorytellerId);
        entry.Changes.Should().ContainKey("danger");
        entry.Method.Should().BeNull("details are there only when asked for");
    }

    [Fact]
    public async Task A_refused_character_leaves_its_name_behind_as_on_the_real_server()
    {
        var fake = new FakeValentina(new FakeValentinaOptions { Strict = false });
        using var http = new FakeHttp(fake);
        var campaign = (await http.SendAsync("POST", $"{http.CompanyPath}/campaigns", new { name = "Ashes" }, fake.AdminId)).Id;
        var form = new JsonObject
        {
            ["name_first"] = "Orphan", ["name_last"] = "Vamp", ["character_class"] = "VAMPIRE", ["game_version"] = "V5",
            ["campaign_id"] = campaign
        };

        (await http.SendAsync("POST", $"{http.CompanyPath}/characters", form, fake.AdminId)).Detail
            .Should().Be("Vampire clan id is required");
        form["vampire_attributes"] = new JsonObject { ["clan_id"] = http.World[Kinds.Clan].All[0].Id };

        (await http.SendAsync("POST", $"{http.CompanyPath}/characters", form, fake.AdminId)).Body!["invalid_parameters"]!.AsArray()
            .Should().HaveCount(2);
    }

    [Fact]
    public async Task The_catalogue_is_enough_for_a_sheet()
    {
        await AssignAsync(TraitId("Might"), 2);

        var sheet = await _http.SendAsync(
            "GET", $"{_http.CompanyPath}/characters/{_character.Id}/full-sheet?include_available_traits=true", actingUser: _fake.PlayerId);

        var physical = sheet.Body!["sections"]!.AsArray().SelectMany(section => section!["categories"]!.AsArray())
            .Single(category => category!["name"]!.GetValue<string>() == "Physical")!;
        physical["character_traits"]!.AsArray().Single()!["trait"]!["name"]!.GetValue<string>().Should().Be("Might");
        physical["available_traits"]!.AsArray().Should().HaveCount(2);
    }

    private string Traits => $"{_http.CompanyPath}/characters/{_character.Id}/traits";

    private string TraitId(string name) => _http.World[Kinds.Trait].Rows.First(trait => trait.Text("name") == name).Id;

    private async Task<string> AssignAsync(string trait, int value)
        => (await _http.SendAsync("POST", $"{Traits}/assign", new { trait_id = trait, value, currency = "NO_COST" }, _fake.AdminId)).Id;

    private Task<WireAnswer> ExperienceAsync(string what, int amount)
        => _http.SendAsync(
            "POST", $"{_http.CompanyPath}/users/{_fake.PlayerId}/experience/{what}", new { amount, campaign_id = _campaign.Id },
            _fake.AdminId);

    private async Task<int> CurrentAsync()
        => (await _http.SendAsync(
            "GET", $"{_http.CompanyPath}/users/{_fake.PlayerId}/experience/{_campaign.Id}")).Body!["xp_current"]!.GetValue<int>();
}

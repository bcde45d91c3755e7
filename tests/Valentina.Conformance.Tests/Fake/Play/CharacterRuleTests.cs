using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Play;

/// <summary>What the real server does with characters, their traits, and what belongs to them.</summary>
public sealed class CharacterRuleTests : IAsyncLifetime, IDisposable
{
    private readonly FakeValentina _fake = new(new FakeValentinaOptions { Strict = false });
    private readonly FakeHttp _http;
    private string _campaign = "";

    public CharacterRuleTests() => _http = new FakeHttp(_fake);

    public async Task InitializeAsync()
        => _campaign = (await _http.SendAsync("POST", $"{_http.CompanyPath}/campaigns", new { name = "Ashes" }, _fake.AdminId)).Id;

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_refused_name_leaves_a_character_and_the_first_can_no_longer_be_changed()
    {
        var first = await CreateAsync("Vera", "Nacht");

        (await CreateAsync("Vera", "Nacht")).Status.Should().Be(400);

        (await CountAsync("Vera")).Should().Be(2);
        var patch = await _http.SendAsync("PATCH", $"{Characters}/{first.Id}", new { age = 30 }, _fake.AdminId);
        patch.Status.Should().Be(400);
        patch.Body!["invalid_parameters"]!.AsArray().Should().HaveCount(2);
    }

    [Theory]
    [InlineData("VAMPIRE", "vampire_attributes", "clan_id", "vampire_clan")]
    [InlineData("MORTAL", "vampire_attributes", "clan_id", "vampire_clan")]
    [InlineData("WEREWOLF", "werewolf_attributes", "tribe_id", "werewolf_tribe")]
    public async Task An_unknown_clan_or_tribe_leaves_a_character_each_time(string @class, string table, string column, string target)
    {
        var id = Guid.NewGuid();
        for (var time = 1; time <= 2; time++)
        {
            var sheet = Sheet("Bad", "Clan", @class);
            sheet[table] = new JsonObject { [column] = id, ["auspice_id"] = Any(Kinds.Auspice) };

            var refusal = await _http.SendAsync("POST", Characters, sheet, _fake.AdminId);

            refusal.Status.Should().Be(409);
            refusal.Detail.Should().Contain($"\"{table}_{column}_fkey\"").And.Contain($"({id}) is not present in table \"{target}\"");
            (await CountAsync("Bad")).Should().Be(time);
        }
    }

    [Theory]
    [InlineData("campaign_id", "campaign")]
    [InlineData("concept_id", "character_concept")]
    [InlineData("user_player_id", "user")]
    public async Task What_the_character_itself_links_to_leaves_none(string column, string target)
    {
        var sheet = Sheet("Bad", "Link", "MORTAL");
        sheet[column] = Guid.NewGuid();

        var refusal = await _http.SendAsync("POST", Characters, sheet, _fake.AdminId);

        refusal.Status.Should().Be(409);
        refusal.Detail.Should().StartWith($"insert or update on table \"character\"").And.EndWith($"in table \"{target}\".");
        (await CountAsync("Bad")).Should().Be(0);
    }

    [Fact]
    public async Task Attributes_of_another_class_are_stored_on_creation_and_change()
    {
        var sheet = Sheet("Mag", "Ician", "MAGE");
        sheet["hunter_attributes"] = new JsonObject { ["creed"] = "Faithful" };
        var mage = await _http.SendAsync("POST", Characters, sheet, _fake.AdminId);

        var changed = await _http.SendAsync(
            "PATCH", $"{Characters}/{mage.Id}", new { vampire_attributes = new { sire = "none" } }, _fake.AdminId);

        mage.Body!["hunter_attributes"]!["creed"]!.ToString().Should().Be("Faithful");
        changed.Body!["vampire_attributes"]!["sire"]!.ToString().Should().Be("none");
        changed.Body["vampire_attributes"]!["bane_name"].Should().BeNull();
    }

    [Fact]
    public async Task Who_becomes_a_players_character_needs_a_player_and_others_have_none()
    {
        var character = await CreateAsync("Vera", "Nacht");

        var npc = await _http.SendAsync(
            "PATCH", $"{Characters}/{character.Id}", new { type = "NPC", user_player_id = _fake.PlayerId }, _fake.AdminId);
        var back = await _http.SendAsync("PATCH", $"{Characters}/{character.Id}", new { type = "PLAYER" }, _fake.AdminId);

        npc.Body!["user_player_id"].Should().BeNull();
        back.Status.Should().Be(400);
        back.Detail.Should().Be("Converting a character to PLAYER requires user_player_id");
    }

    [Fact]
    public async Task Value_options_go_down_to_the_traits_own_minimum()
    {
        var character = await CreateAsync("Vera", "Nacht");
        var owned = await AssignAsync(character.Id, "Brawling", 2);

        var options = await _http.SendAsync(
            "GET", $"{Characters}/{character.Id}/traits/{owned.Id}/value-options", actingUser: _fake.AdminId);

        options.Body!["options"]!.AsObject().Select(option => option.Key).Should().Equal("3", "4", "5", "1", "0", "DELETE");
    }

    [Theory]
    [InlineData("Might", 1, "Value must be greater than or equal to 2")]
    [InlineData("Might", 6, "Value must be less than or equal to 5")]
    public async Task A_traits_own_limits_hold_for_one_and_for_many(string trait, int value, string words)
    {
        var character = await CreateAsync("Vera", "Nacht");
        _http.World[Kinds.Trait].Find(Id(trait))!["min_value"] = 2;
        var form = new { trait_id = Id(trait), value, currency = "NO_COST" };

        var one = await AssignAsync(character.Id, trait, value);
        var many = await _http.SendAsync("POST", $"{Characters}/{character.Id}/traits/bulk-assign", new[] { form }, _fake.AdminId);

        one.Status.Should().Be(400);
        one.Detail.Should().Be(words);
        many.Body!["failed"]![0]!["error"]!.ToString().Should().Be(words);
    }

    [Theory]
    [InlineData("juggling knives", "Trait named 'juggling knives' already exists on character")]
    [InlineData("might", "Trait named 'might' already exists. Custom traits must have a unique name.")]
    public async Task The_name_of_a_custom_trait_is_new(string name, string words)
    {
        var character = await CreateAsync("Vera", "Nacht");
        await CustomAsync(character.Id, "Juggling Knives");

        var second = await CustomAsync(character.Id, name);

        second.Status.Should().Be(409);
        second.Detail.Should().Be(words);
    }

    [Fact]
    public async Task A_custom_trait_that_is_removed_frees_its_name()
    {
        var character = await CreateAsync("Vera", "Nacht");
        var custom = await CustomAsync(character.Id, "Juggling Knives");
        await _http.SendAsync("DELETE", $"{Characters}/{character.Id}/traits/{custom.Id}", actingUser: _fake.AdminId);

        (await CustomAsync(character.Id, "Juggling Knives")).Status.Should().Be(201);
    }

    [Fact]
    public async Task Experience_comes_back_within_a_session_down_to_its_start()
    {
        await SettingAsync("permission_recoup_xp", "WITHIN_SESSION");
        await _http.SendAsync(
            "POST", $"{_http.CompanyPath}/users/{_fake.AdminId}/experience/xp/add", new { amount = 200, campaign_id = _campaign },
            _fake.AdminId);
        var character = await CreateAsync("Vera", "Nacht");
        var owned = await AssignAsync(character.Id, "Brawling", 2);

        (await ChangeAsync(character.Id, owned.Id, 1)).Detail.Should().Contain("outside of an active edit session");
        (await ChangeAsync(character.Id, owned.Id, 4)).Status.Should().Be(200);
        (await ChangeAsync(character.Id, owned.Id, 2)).Status.Should().Be(200);
        var below = await ChangeAsync(character.Id, owned.Id, 1);
        below.Status.Should().Be(403);
        below.Detail.Should().Be("Cannot lower this trait below 2 (the value at the start of your current edit session)");
        _http.Clock.Advance(TimeSpan.FromMinutes(61));
        (await ChangeAsync(character.Id, owned.Id, 1)).Detail.Should().Contain("outside of an active edit session");
    }

    [Fact]
    public async Task Without_permission_nothing_comes_back_by_lowering_or_removing()
    {
        await SettingAsync("permission_recoup_xp", "DENIED");
        var character = await CreateAsync("Vera", "Nacht");
        var owned = await AssignAsync(character.Id, "Brawling", 2);

        var lowered = await ChangeAsync(character.Id, owned.Id, 1);
        var removed = await _http.SendAsync(
            "DELETE", $"{Characters}/{character.Id}/traits/{owned.Id}?currency=XP", actingUser: _fake.AdminId);

        lowered.Status.Should().Be(403);
        removed.Status.Should().Be(403);
        removed.Detail.Should().Be(lowered.Detail).And.StartWith("Lowering trait values is not permitted.");
    }

    private string Characters => $"{_http.CompanyPath}/characters";

    private JsonObject Sheet(string first, string last, string @class) => new()
    {
        ["name_first"] = first, ["name_last"] = last, ["character_class"] = @class, ["game_version"] = "V5", ["campaign_id"] = _campaign,
    };

    private Task<WireAnswer> CreateAsync(string first, string last)
        => _http.SendAsync("POST", Characters, Sheet(first, last, "MORTAL"), _fake.AdminId);

    private async Task<int> CountAsync(string first)
        => (await _http.SendAsync("GET", $"{Characters}?limit=100", actingUser: _fake.AdminId)).Body!["items"]!.AsArray()
            .Count(character => character!["name_first"]!.ToString() == first);

    private string Any(string kind) => _http.World[kind].Rows.First().Id;

    private string Id(string trait) => _http.World[Kinds.Trait].Rows.First(row => row.Text("name") == trait).Id;

    private Task<WireAnswer> AssignAsync(string character, string trait, int value)
        => _http.SendAsync(
            "POST", $"{Characters}/{character}/traits/assign", new { trait_id = Id(trait), value, currency = "NO_COST" }, _fake.AdminId);

    private Task<WireAnswer> CustomAsync(string character, string name)
        => _http.SendAsync(
            "POST", $"{Characters}/{character}/traits/create", new { name, category_id = Any(Kinds.Category), currency = "NO_COST" },
            _fake.AdminId);

    private Task<WireAnswer> ChangeAsync(string character, string owned, int target)
        => _http.SendAsync(
            "PUT", $"{Characters}/{character}/traits/{owned}/value", new { target_value = target, currency = "XP" }, _fake.AdminId);

    private Task SettingAsync(string name, string value)
        => _http.SendAsync("PATCH", _http.CompanyPath, new JsonObject { ["settings"] = new JsonObject { [name] = value } });
}

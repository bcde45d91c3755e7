using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>The limits of the real server that its document does not declare, in its own words.</summary>
public sealed class ServerLimitTests : IDisposable
{
    private readonly FakeValentina _fake = new(new FakeValentinaOptions { Strict = false });
    private readonly FakeHttp _http;

    public ServerLimitTests() => _http = new FakeHttp(_fake);

    private string Campaigns => $"{_http.CompanyPath}/campaigns";

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Names_of_books_chapters_and_items_have_at_most_50_characters()
    {
        var campaign = await Made(Campaigns, new { name = "Night" });
        var book = await Made($"{Campaigns}/{campaign}/books", new { name = "" });
        var chapter = await Made($"{Campaigns}/{campaign}/books/{book}/chapters", new { name = "x" });
        var character = await Character(campaign, new { });
        var item = await Made($"{_http.CompanyPath}/characters/{character}/inventory", new { name = "", type = "WEAPON" });
        var name = "X" + new string('x', 50);

        foreach (var (method, path, body) in new (string, string, object)[]
        {
            ("POST", $"{Campaigns}/{campaign}/books", new { name }),
            ("PATCH", $"{Campaigns}/{campaign}/books/{book}", new { name }),
            ("POST", $"{Campaigns}/{campaign}/books/{book}/chapters", new { name }),
            ("PATCH", $"{Campaigns}/{campaign}/books/{book}/chapters/{chapter}", new { name }),
            ("POST", $"{_http.CompanyPath}/characters/{character}/inventory", new { name, type = "WEAPON" }),
            ("PATCH", $"{_http.CompanyPath}/characters/{character}/inventory/{item}", new { name }),
        })
        {
            (await _http.SendAsync(method, path, body, _fake.AdminId)).Detail.Should().Be($"name: Length of '{name}' 51 > 50", path);
        }
    }

    [Fact]
    public async Task Creeds_and_spheres_have_3_to_50_characters_or_none_and_the_detail_names_the_member_alone()
    {
        var campaign = await Made(Campaigns, new { name = "Night" });
        var refused = await Create(campaign, new { character_class = "HUNTER", hunter_attributes = new { creed = "ab" } });
        refused.Status.Should().Be(400);
        refused.Detail.Should().Be("creed: Length of 'ab' 2 < 3");

        var mage = await Create(
            campaign, new { character_class = "MAGE", name_nick = "", mage_attributes = new { sphere = "", tradition = "Hermes" } });
        mage.Status.Should().Be(201);
        mage.Body!["mage_attributes"]!["sphere"].Should().BeNull();
        mage.Body["name_nick"].Should().BeNull();
    }

    [Fact]
    public async Task A_custom_trait_has_a_name_of_3_to_50_characters_and_numbers_up_to_100()
    {
        var character = await Character(await Made(Campaigns, new { name = "Night" }), new { });
        var category = _http.World[Kinds.Category].Rows.First().Id;
        var path = $"{_http.CompanyPath}/characters/{character}/traits/create";
        async Task<string?> DetailOf(object body) => (await _http.SendAsync("POST", path, body, _fake.AdminId)).Detail;

        (await DetailOf(new { name = "ab", category_id = category, currency = "NO_COST" })).Should().Be("name: Length of 'Ab' 2 < 3");
        (await DetailOf(new { name = "abc", category_id = category, currency = "NO_COST", max_value = 101 }))
            .Should().Be("max_value: Value should be less or equal to 100");
        (await DetailOf(new { name = "abc", category_id = category, currency = "NO_COST", initial_cost = -1 }))
            .Should().Be("initial_cost: Value should be greater or equal to 0");
    }

    [Fact]
    public async Task A_company_has_a_description_or_none_but_no_empty_one()
    {
        var refused = await _http.SendAsync("PATCH", _http.CompanyPath, new { description = "" });

        refused.Status.Should().Be(400);
        refused.Detail.Should().Be("description: Length of '' 0 < 3");
        (await _http.SendAsync("PATCH", _http.CompanyPath, """{"description":null}""")).Status.Should().Be(200);
    }

    [Fact]
    public async Task An_npc_has_no_player_and_a_players_character_keeps_one()
    {
        var campaign = await Made(Campaigns, new { name = "Night" });
        (await Create(campaign, new { type = "NPC", user_player_id = _fake.PlayerId })).Detail
            .Should().Be("NPC characters must not have a user_player_id");

        var path = $"{_http.CompanyPath}/characters/{await Character(campaign, new { })}";
        (await _http.SendAsync("PATCH", path, """{"type":"PLAYER","user_player_id":null}""", _fake.AdminId)).Detail
            .Should().Be("PLAYER characters must have a user_player_id");
        (await _http.SendAsync("PATCH", path, """{"user_player_id":null}""", _fake.AdminId)).Status.Should().Be(400);
        var npc = await _http.SendAsync("PATCH", path, """{"type":"NPC","user_player_id":null}""", _fake.AdminId);
        npc.Status.Should().Be(200);
        npc.Body!["user_player_id"].Should().BeNull();
        (await _http.SendAsync("PATCH", path, """{"user_player_id":null}""", _fake.AdminId)).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("""{"name":"a\u0000bc"}""")]
    [InlineData("""{"name":"abc","more":{"a\u0000":1}}""")]
    public async Task The_character_U0000_in_a_text_is_a_server_error(string body)
        => (await _http.SendAsync("POST", Campaigns, body, _fake.AdminId)).Status.Should().Be(500);

    [Fact]
    public async Task The_character_U0000_in_a_query_is_one_too()
        => (await _http.SendAsync("GET", $"{_http.CompanyPath}/dictionaries?term=a%00b")).Status.Should().Be(500);

    [Fact]
    public void The_fakes_call_the_services_by_their_names()
    {
        _fake.Coverage.ToString().Should().EndWith("Valentina Noir 0/166");
        new FakeClaudeCode().Coverage.ToString().Should().EndWith("Claude Code 0/12");
        _fake.Invoking(fake => fake.On(ClaudeCodeRoutes.GetHealth)).Should().Throw<ArgumentException>()
            .WithMessage("Valentina Noir has no route*");
    }

    private async Task<string> Made(string path, object body)
    {
        var made = await _http.SendAsync("POST", path, body, _fake.AdminId);
        made.Status.Should().Be(201, "{0}", made.Detail);
        return made.Id;
    }

    private async Task<string> Character(string campaign, object more) => (await Create(campaign, more)).Id;

    private Task<WireAnswer> Create(string campaign, object more)
    {
        var body = (System.Text.Json.Nodes.JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(more)!;
        foreach (var (name, value) in new[]
        {
            ("name_first", "Vera"), ("name_last", "Nocturne"), ("character_class", "MORTAL"), ("game_version", "V5"),
            ("campaign_id", campaign),
        })
        {
            body.TryAdd(name, value);
        }

        return _http.SendAsync("POST", $"{_http.CompanyPath}/characters", body, _fake.AdminId);
    }
}

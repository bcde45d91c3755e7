using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>Who may do what: keys, roles, settings, and the On-Behalf-Of header.</summary>
public sealed class PermissionTests : IDisposable
{
    private readonly FakeValentina _fake = new(new FakeValentinaOptions
    {
        Strict = false,
        Developers = { new FakeDeveloper("guest", "guest-key") }
    });
    private readonly FakeHttp _http;

    public PermissionTests() => _http = new FakeHttp(_fake);

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData("POST", "campaigns", 403, "On-Behalf-Of header is required")]
    [InlineData("GET", "characters", 400, null)]
    [InlineData("POST", "dicerolls", 400, null)]
    public async Task A_missing_acting_user_is_403_at_a_guard_and_400_elsewhere(string method, string path, int status, string? detail)
    {
        var answer = await _http.SendAsync(method, $"{_http.CompanyPath}/{path}", method == "POST" ? new { name = "abcd" } : null);

        answer.Status.Should().Be(status);
        answer.Detail.Should().Contain(detail ?? "on-behalf-of");
    }

    [Theory]
    [InlineData("not-a-uuid")]
    [InlineData("00000000-0000-4000-8000-000000000000")]
    public async Task An_unknown_acting_user_is_404(string user)
    {
        var answer = await _http.SendAsync(
            "GET", $"{_http.CompanyPath}/users", change: request => request.Headers.Add("On-Behalf-Of", user));

        answer.Status.Should().Be(404);
        answer.Detail.Should().Be($"User '{user}' not found");
    }

    [Fact]
    public async Task A_deactivated_user_may_not_roll_but_may_still_make_campaigns()
    {
        await _http.SendAsync("PATCH", $"/api/v1/admin/users/{_fake.PlayerId}", new { role = "DEACTIVATED" });

        (await _http.SendAsync("POST", $"{_http.CompanyPath}/dicerolls", new { }, _fake.PlayerId)).Detail
            .Should().Be("User account is deactivated");
        (await _http.SendAsync("POST", $"{_http.CompanyPath}/campaigns", new { name = "Still here" }, _fake.PlayerId)).Status
            .Should().Be(201);
    }

    [Fact]
    public async Task A_setting_keeps_players_from_campaigns()
    {
        await _http.SendAsync("PATCH", _http.CompanyPath, new { settings = new { permission_manage_campaign = "STORYTELLER" } });

        (await _http.SendAsync("POST", $"{_http.CompanyPath}/campaigns", new { name = "Nope" }, _fake.PlayerId)).Status.Should().Be(403);
        (await _http.SendAsync("POST", $"{_http.CompanyPath}/campaigns", new { name = "Yes" }, _fake.StorytellerId)).Status
            .Should().Be(201);
    }

    [Fact]
    public async Task Players_touch_their_own_characters_only_and_never_see_a_storytellers()
    {
        var campaign = (await _http.SendAsync("POST", $"{_http.CompanyPath}/campaigns", new { name = "Ashes" }, _fake.AdminId)).Id;
        var other = (await _http.SendAsync(
            "POST", $"{_http.CompanyPath}/users", new { username = "other", email = "o@example.com", role = "PLAYER" }, _fake.AdminId)).Id;
        var own = await CharacterAsync(campaign, "Own", "PLAYER", _fake.PlayerId);
        var hidden = await CharacterAsync(campaign, "Hidden", "STORYTELLER", _fake.StorytellerId);
        var path = $"{_http.CompanyPath}/characters/{own.Id}";

        (await _http.SendAsync("PATCH", path, new { age = 30 }, Guid.Parse(other))).Status.Should().Be(403);
        (await _http.SendAsync("PATCH", path, new { age = 30 }, _fake.PlayerId)).Status.Should().Be(200);
        (await _http.SendAsync("GET", path, actingUser: Guid.Parse(other))).Status.Should().Be(200);
        (await _http.SendAsync("GET", $"{_http.CompanyPath}/characters/{hidden.Id}", actingUser: _fake.PlayerId)).Status.Should().Be(403);
        (await _http.SendAsync("GET", $"{_http.CompanyPath}/characters", actingUser: _fake.PlayerId)).Body!["total"]!.GetValue<int>()
            .Should().Be(1);
        (await _http.SendAsync("GET", $"{_http.CompanyPath}/characters", actingUser: _fake.StorytellerId)).Body!["total"]!.GetValue<int>()
            .Should().Be(2);
        (await CharacterAsync(campaign, "Secret", "STORYTELLER", _fake.PlayerId)).Status.Should().Be(403);
    }

    [Fact]
    public async Task Nobody_raises_a_role_but_an_administrator_and_one_stays()
    {
        (await _http.SendAsync("PATCH", $"{_http.CompanyPath}/users/{_fake.PlayerId}", new { role = "ADMIN" }, _fake.PlayerId)).Detail
            .Should().Be("Requesting user is not authorized to change user roles");
        (await _http.SendAsync("DELETE", $"{_http.CompanyPath}/users/{_fake.AdminId}", actingUser: _fake.AdminId)).Status.Should().Be(409);
    }

    [Fact]
    public async Task An_ordinary_key_may_do_what_the_company_gives_it()
    {
        var guest = _http.World[Kinds.Developer].Rows.First(developer => developer.Text("username") == "guest").Id;
        (await _http.SendAsync("GET", _http.CompanyPath, key: "guest-key")).Status.Should().Be(403);
        (await _http.SendAsync("GET", "/api/v1/admin/users", key: "guest-key")).Status.Should().Be(403);

        await GiveAsync(guest, "USER");
        (await _http.SendAsync("GET", _http.CompanyPath, key: "guest-key")).Status.Should().Be(200);
        (await _http.SendAsync("PATCH", _http.CompanyPath, new { name = "Mine" }, key: "guest-key")).Status.Should().Be(403);
        await GiveAsync(guest, "ADMIN");
        (await _http.SendAsync("PATCH", _http.CompanyPath, new { name = "Mine" }, key: "guest-key")).Status.Should().Be(200);
        (await _http.SendAsync("DELETE", _http.CompanyPath, key: "guest-key")).Status.Should().Be(403);
        (await GiveAsync(guest, "REVOKE"))!["permission"]!.GetValue<string>().Should().Be("REVOKE");
        (await _http.SendAsync("GET", "/api/v1/companies", key: "guest-key")).Body!["total"]!.GetValue<int>().Should().Be(0);
    }

    private Task<WireAnswer> CharacterAsync(string campaign, string name, string type, Guid actingUser)
        => _http.SendAsync(
            "POST", $"{_http.CompanyPath}/characters",
            new { name_first = name, name_last = "Person", character_class = "MORTAL", game_version = "V5", campaign_id = campaign, type },
            actingUser);

    private async Task<JsonNode?> GiveAsync(string developer, string permission)
        => (await _http.SendAsync("POST", $"{_http.CompanyPath}/access", new { developer_id = developer, permission })).Body;
}

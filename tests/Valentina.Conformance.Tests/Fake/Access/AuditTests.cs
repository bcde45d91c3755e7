using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Access;

/// <summary>What the audit log says comes from the operation, not from its HTTP method.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly FakeValentina _fake = new(new FakeValentinaOptions { Strict = false });
    private readonly FakeHttp _http;

    public AuditTests() => _http = new FakeHttp(_fake);

    public void Dispose() => _http.Dispose();

    [Fact]
    public void Every_operation_is_decided()
    {
        var changing = _fake.Contract.Operations.Where(operation => operation.Method != "GET").Select(operation => operation.Id);

        AuditedOperations.All.Keys.Concat(AuditedOperations.Unnoted).Should().BeEquivalentTo(changing);
    }

    [Fact]
    public void Every_word_is_one_of_the_contract()
    {
        var types = Values("AuditEntityType");
        var operations = Values("AuditOperation");

        AuditedOperations.All.Values.Should().AllSatisfy(audited =>
        {
            operations.Should().Contain(audited.Operation);
            (audited.EntityType is null || types.Contains(audited.EntityType)).Should().BeTrue();
        });

        string[] Values(string schema)
            => [.. _fake.Contract.Schema(schema).Source["enum"]!.AsArray().Select(value => value!.GetValue<string>())];
    }

    [Fact]
    public async Task What_has_an_id_in_the_path_is_the_target_and_a_new_thing_has_its_parent()
    {
        var campaign = (await _http.SendAsync("POST", $"{_http.CompanyPath}/campaigns", new { name = "Ashes" }, _fake.AdminId)).Id;
        var created = await LastAsync();
        await _http.SendAsync("PATCH", $"{_http.CompanyPath}/campaigns/{campaign}", new { danger = 1 }, _fake.AdminId);
        var updated = await LastAsync();
        await _http.SendAsync("POST", $"{_http.CompanyPath}/campaigns/{campaign}/assets/upload", FakeHttp.Picture(), _fake.AdminId);
        var uploaded = await LastAsync();

        Said(created).Should().Be(("CAMPAIGN", "CREATE", "Create campaign", "create campaign"));
        Text(created, "target_entity_id").Should().Be(_http.Company);
        Text(created, "campaign_id").Should().BeNull();
        Said(updated).Should().Be(("CAMPAIGN", "UPDATE", "Update campaign", "Update campaign 'Ashes'"));
        Text(updated, "target_entity_id").Should().Be(campaign);
        Said(uploaded).Should().Be(("CAMPAIGN", "CREATE", "Upload a campaign asset", "create campaign"));
        Text(uploaded, "request_body").Should().Be("[file upload]");
    }

    [Fact]
    public async Task Signing_in_makes_a_user_only_once()
    {
        var identify = new { provider = "github", token = "octocat" };
        await _http.SendAsync("POST", $"{_http.CompanyPath}/auth/identify", identify);
        Said(await LastAsync()).Should().Be(("USER", "CREATE", "Identify user", "Identify user 'octocat' via github (created)"));

        await _http.SendAsync("POST", $"{_http.CompanyPath}/auth/identify", identify);
        Said(await LastAsync()).Should().Be(("USER", "UPDATE", "Identify user", "Identify user 'octocat' via github (matched)"));
    }

    [Fact]
    public async Task A_changed_setting_is_named_with_its_place()
    {
        await _http.SendAsync("PATCH", _http.CompanyPath, new { settings = new { character_autogen_xp_cost = 3 } });

        var entry = await LastAsync();
        Said(entry).Should().Be(("COMPANY", "UPDATE", "Update company", "Update company 'The First Chronicle'"));
        entry["changes"]!["settings.character_autogen_xp_cost"]!.ToJsonString().Should().Be("""{"new":3,"old":10}""");
    }

    [Fact]
    public async Task Rolls_and_refused_calls_are_not_noted()
    {
        await _http.SendAsync("POST", $"{_http.CompanyPath}/dicerolls", new { num_dice = 1 }, _fake.PlayerId);
        await _http.SendAsync("POST", $"{_http.CompanyPath}/campaigns", new { name = "ab" }, _fake.AdminId);

        (await LogAsync()).Should().BeEmpty();
    }

    private static (string?, string?, string?, string?) Said(JsonNode entry)
        => (Text(entry, "entity_type"), Text(entry, "operation"), Text(entry, "summary"), Text(entry, "description"));

    private static string? Text(JsonNode entry, string member) => entry[member]?.GetValue<string>();

    private async Task<JsonNode> LastAsync() => (await LogAsync())[0]!;

    private async Task<JsonArray> LogAsync()
        => (await _http.SendAsync("GET", $"{_http.CompanyPath}/audit-logs?include=request_details")).Body!["items"]!.AsArray();
}

using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>The fake keeps state: what was created is found, what was deleted is gone.</summary>
public sealed class StateTests : IDisposable
{
    private readonly FakeValentina _fake = new();
    private readonly FakeHttp _http;

    public StateTests() => _http = new FakeHttp(_fake);

    public void Dispose() => _http.Dispose();

    [Fact]
    public void Every_operation_has_a_handler()
        => _fake.Server.HandlerRegistry.Handled.Should().BeEquivalentTo(_fake.Contract.Operations.Select(operation => operation.Id));

    [Fact]
    public async Task What_was_created_is_found_and_what_was_deleted_is_gone()
    {
        var created = await _http.SendAsync(
            "POST", $"{_http.CompanyPath}/campaigns", new { name = "the long night of the wolf" }, _fake.StorytellerId);
        created.Status.Should().Be(201);
        created.Body!["name"]!.GetValue<string>().Should().Be("The Long Night of the Wolf");

        var path = $"{_http.CompanyPath}/campaigns/{created.Id}";
        (await _http.SendAsync("GET", path)).Body!.ToJsonString().Should().Be(created.Body.ToJsonString());
        (await _http.SendAsync("GET", $"{_http.CompanyPath}/campaigns")).Body!["total"]!.GetValue<int>().Should().Be(1);
        (await _http.SendAsync("DELETE", path, actingUser: _fake.StorytellerId)).Status.Should().Be(204);

        var gone = await _http.SendAsync("GET", path);
        gone.Status.Should().Be(404);
        gone.Detail.Should().Be("Campaign not found");
    }

    [Fact]
    public async Task Children_go_with_their_parents()
    {
        var campaign = await _http.SendAsync("POST", $"{_http.CompanyPath}/campaigns", new { name = "Ashes" }, _fake.AdminId);
        var books = $"{_http.CompanyPath}/campaigns/{campaign.Id}/books";
        var book = await _http.SendAsync("POST", books, new { name = "One" }, _fake.AdminId);
        var chapter = await _http.SendAsync("POST", $"{books}/{book.Id}/chapters", new { name = "First" }, _fake.AdminId);
        var notes = $"{books}/{book.Id}/chapters/{chapter.Id}/notes";
        await _http.SendAsync("POST", notes, new { title = "A note", content = "of blood" }, _fake.AdminId);
        (await _http.SendAsync("GET", $"{_http.CompanyPath}/campaigns/{campaign.Id}")).Body!["num_chapters"]!.GetValue<int>()
            .Should().Be(1);

        await _http.SendAsync("DELETE", $"{books}/{book.Id}", actingUser: _fake.AdminId);

        (await _http.SendAsync("GET", notes)).Status.Should().Be(404);
        (await _http.SendAsync("GET", $"{_http.CompanyPath}/campaigns/{campaign.Id}")).Body!["num_chapters"]!.GetValue<int>()
            .Should().Be(0);
    }

    [Fact]
    public async Task A_change_has_three_states()
    {
        var created = await _http.SendAsync(
            "POST", $"{_http.CompanyPath}/campaigns", new { name = "Ashes", description = "grey", danger = 2 }, _fake.AdminId);
        var path = $"{_http.CompanyPath}/campaigns/{created.Id}";

        var changed = await _http.SendAsync("PATCH", path, new JsonObject { ["description"] = null, ["desperation"] = 3 }, _fake.AdminId);

        changed.Body!["description"].Should().BeNull();
        changed.Body["desperation"]!.GetValue<int>().Should().Be(3);
        changed.Body["danger"]!.GetValue<int>().Should().Be(2);
        changed.Body["name"]!.GetValue<string>().Should().Be("Ashes");
    }

    [Fact]
    public async Task Companies_do_not_see_each_other()
    {
        var other = await _http.SendAsync("POST", "/api/v1/companies", new { name = "Other", email = "other@example.com" });
        var otherId = other.Body!["company"]!["id"]!.GetValue<string>();
        var campaign = await _http.SendAsync("POST", $"{_http.CompanyPath}/campaigns", new { name = "Ours" }, _fake.AdminId);

        (await _http.SendAsync("GET", $"/api/v1/companies/{otherId}/campaigns/{campaign.Id}")).Status.Should().Be(404);
        (await _http.SendAsync("GET", $"/api/v1/companies/{otherId}/campaigns")).Body!["total"]!.GetValue<int>().Should().Be(0);
    }

    [Fact]
    public async Task The_synchronous_way_tells_the_same()
    {
        var twin = new FakeValentina();
        using var twinHttp = new FakeHttp(twin);

        var one = _http.Send("POST", $"{_http.CompanyPath}/campaigns", new { name = "Ashes" }, _fake.AdminId);
        var two = await twinHttp.SendAsync("POST", $"{twinHttp.CompanyPath}/campaigns", new { name = "Ashes" }, twin.AdminId);

        two.Body!.ToJsonString().Should().Be(one.Body!.ToJsonString(), "the same seed gives the same bytes");
    }
}

using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>The same fake on a loopback port, for other processes and languages.</summary>
public sealed class LoopbackTests
{
    [Fact]
    public async Task One_state_is_seen_from_both_sides()
    {
        var fake = new FakeValentina();
        await using var server = await fake.StartServerAsync();
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("X-API-KEY", fake.ApiKey);
        client.DefaultRequestHeaders.Add("On-Behalf-Of", fake.AdminId.ToString());

        using var created = await client.PostAsJsonAsync($"/api/v1/companies/{fake.CompanyId}/campaigns", new { name = "Over the wire" });
        var body = await created.Content.ReadFromJsonAsync<JsonObject>();

        ((int)created.StatusCode).Should().Be(201);
        using var http = new FakeHttp(fake);
        (await http.SendAsync("GET", $"{http.CompanyPath}/campaigns/{body!["id"]}")).Body!["name"]!.GetValue<string>()
            .Should().Be("Over the Wire");
    }

    [Fact]
    public async Task On_the_port_a_bad_request_is_refused_as_the_real_server_refuses_it()
    {
        var fake = new FakeValentina();
        await using var server = await fake.StartServerAsync();
        using var client = new HttpClient { BaseAddress = server.BaseAddress };
        client.DefaultRequestHeaders.Add("X-API-KEY", fake.ApiKey);

        using var answer = await client.GetAsync(new Uri($"/api/v1/companies?limit=101", UriKind.Relative));
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();

        ((int)answer.StatusCode).Should().Be(400);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        body!["invalid_parameters"]![0]!["field"]!.GetValue<string>().Should().Be("limit");
        body["invalid_parameters"]![0]!["message"]!.GetValue<string>().Should().Be("Expected `int` <= 100");
        body["instance"]!.GetValue<string>().Should().Be(new Uri(server.BaseAddress, "/api/v1/companies?limit=101").AbsoluteUri);
        answer.Headers.GetValues("X-Request-Id").Single()
            .Should().Be(body["request_id"]!.GetValue<string>()).And.MatchRegex("^req_[A-Za-z0-9_-]{22}$");
    }
}

namespace Valentina.Extensions.Tests.AspNetCore;

/// <summary>The models in a minimal API: returned, accepted, and enums bound from the address, in the form of the wire.</summary>
public sealed class WebApiTests(RunningTable table) : IClassFixture<RunningTable>
{
    [Fact]
    public async Task Both_services_are_healthy()
        => (await table.Http.GetStringAsync("/health")).Should().Be("Healthy");

    [Fact]
    public async Task A_model_goes_in_and_comes_out_with_the_names_of_the_wire()
    {
        var (status, created) = await table.CallAsync("POST", "/campaigns", """{"name":"the long night","in_game_date":"1999-12-31"}""");

        status.Should().Be(201);
        ((string?)created!["in_game_date"]).Should().Be("1999-12-31");
        created["inGameDate"].Should().BeNull();
        created["company_id"].Should().NotBeNull();
    }

    [Fact]
    public async Task A_patch_sends_what_was_in_it_and_nothing_else()
    {
        var (_, created) = await table.CallAsync("POST", "/campaigns", """{"name":"rain","description":"Wet.","danger":2}""");
        var path = $"/campaigns/{created!["id"]}";

        var (_, untouched) = await table.CallAsync("PATCH", path, """{"danger":3}""");
        var (_, cleared) = await table.CallAsync("PATCH", path, """{"description":null}""");

        ((string?)untouched!["description"]).Should().Be("Wet.", "what was never assigned stays");
        ((int)untouched["danger"]!).Should().Be(3);
        cleared!["description"].Should().BeNull("an assigned null clears");
        ((int)cleared["danger"]!).Should().Be(3);
    }

    [Fact]
    public async Task What_the_service_would_refuse_is_the_callers_mistake()
    {
        var (_, created) = await table.CallAsync("POST", "/campaigns", """{"name":"rain"}""");

        var (status, problem) = await table.CallAsync("PATCH", $"/campaigns/{created!["id"]}", """{"danger":9}""");

        status.Should().Be(400);
        ((string?)problem!["detail"]).Should().Contain("danger");
    }

    [Theory]
    [InlineData("/characters?class=VAMPIRE", 200)]
    [InlineData("/characters?class=VAMPIRE&status=ALIVE&status=DEAD", 200)]
    [InlineData("/characters", 200)]
    [InlineData("/rules/V5/clans", 200)]
    [InlineData("/rules/V4/clans?x=1", 200)]
    public async Task Enums_are_bound_from_the_address(string path, int due)
        => (await table.CallAsync("GET", path)).Status.Should().Be(due);

    [Fact]
    public async Task An_enum_bound_from_the_route_reaches_the_service()
    {
        var (_, clans) = await table.CallAsync("GET", "/rules/V5/clans");

        clans!["items"]!.AsArray().Should().NotBeEmpty();
        clans["items"]!.AsArray().SelectMany(clan => clan!["game_versions"]!.AsArray()).Select(version => (string)version!)
            .Should().Contain("V5");
    }

    [Fact]
    public async Task A_value_of_an_enum_that_nobody_knows_is_passed_on_to_be_refused_by_the_service()
        => (await table.CallAsync("GET", "/rules/V9/clans")).Status.Should().BeOneOf(400, 422);

    [Fact]
    public async Task A_conversation_is_a_list_of_messages_with_texts_and_parts()
    {
        var (status, answer) = await table.CallAsync(
            "POST", "/ask", """[{"role":"user","content":[{"type":"text","text":"Who rules?"}]}]""");

        status.Should().Be(200);
        ((string?)answer!["content"]).Should().Contain("Who rules?");
    }
}

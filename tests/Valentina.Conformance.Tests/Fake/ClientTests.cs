using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>The real client over the fake: nothing of it is replaced but the network.</summary>
public sealed class ClientTests
{
    private readonly FakeValentina _fake = new();

    [Fact]
    public async Task The_real_client_works_on_it()
    {
        using var client = _fake.CreateClient();
        var acting = client.ActingAs(_fake.StorytellerId);

        var created = await acting.Campaigns.CreateAsync(new CampaignCreate { Name = "night of knives" });
        var found = await client.Campaigns.GetAsync(created.Id);
        await acting.Campaigns.DeleteAsync(created.Id);

        found.Name.Should().Be("Night of Knives");
        await client.Invoking(c => c.Campaigns.GetAsync(created.Id)).Should().ThrowAsync<NotFoundException>();
    }

    [Fact]
    public void It_works_synchronously_too()
    {
        using var client = _fake.CreateClient();
        var acting = client.ActingAs(_fake.StorytellerId);

        var created = acting.Campaigns.Create(new CampaignCreate { Name = "night of knives" });

        client.Campaigns.Get(created.Id).Name.Should().Be("Night of Knives");
        client.Campaigns.ListAll().Should().ContainSingle();
    }

    [Fact]
    public async Task Three_retries_take_no_time()
    {
        _fake.On(ValentinaRoutes.GetCampaign).Fails(503).Times(3).ThenSucceeds();
        using var client = _fake.CreateClient();
        var campaign = await client.ActingAs(_fake.AdminId).Campaigns.CreateAsync(new CampaignCreate { Name = "Patience" });
        var before = _fake.Clock.GetUtcNow();

        (await client.Campaigns.GetAsync(campaign.Id)).Name.Should().Be("Patience");

        (_fake.Clock.GetUtcNow() - before).Should().BeGreaterThan(
            TimeSpan.FromSeconds(4), "the client waited one, two and four seconds, give or take, on a clock that only waiting moves");
        _fake.Calls.Where(call => call.Route == ValentinaRoutes.GetCampaign).Select(call => (call.Attempt, call.Status))
            .Should().Equal((1, 503), (2, 503), (3, 503), (4, 200));
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_times_out_on_the_fakes_clock()
    {
        _fake.On(ValentinaRoutes.CheckSystemHealth).Takes(TimeSpan.FromSeconds(31));
        using var client = _fake.CreateClient(options => options.MaxRetries = 0);

        await client.Invoking(c => c.System.HealthAsync()).Should().ThrowAsync<RequestTimeoutException>();
    }
}

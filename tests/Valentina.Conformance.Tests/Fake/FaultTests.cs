using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>Trouble on the line: cut connections, broken bodies, slow answers, chance; and many callers at once.</summary>
public sealed class FaultTests
{
    private readonly FakeValentina _fake = new();

    [Fact]
    public async Task A_cut_connection_is_retried_where_that_is_safe()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.CheckSystemHealth).CutsConnection().Times(2).ThenSucceeds();

        await client.System.HealthAsync();

        _fake.Calls.Select(call => (call.Attempt, call.Status)).Should().Equal((1, 0), (2, 0), (3, 200));
    }

    [Fact]
    public async Task A_connection_that_stays_cut_fails_as_a_connection()
    {
        using var client = _fake.CreateClient(options => options.MaxRetries = 1);
        _fake.On(ValentinaRoutes.CheckSystemHealth).CutsConnection();

        await client.Invoking(c => c.System.HealthAsync()).Should().ThrowAsync<ConnectionFailedException>();
    }

    [Fact]
    public void A_body_that_breaks_off_is_no_answer()
    {
        using var client = _fake.CreateClient(options => options.MaxRetries = 0);
        _fake.On(ValentinaRoutes.CheckSystemHealth).TruncatesBody(after: 12);

        client.Invoking(c => c.System.Health()).Should().Throw<ConnectionFailedException>();
    }

    [Fact]
    public async Task Malformed_json_is_unreadable()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.CheckSystemHealth).RespondsMalformed();

        await client.Invoking(c => c.System.HealthAsync()).Should().ThrowAsync<UnreadableResponseException>();
    }

    [Fact]
    public async Task The_synchronous_way_waits_on_the_fakes_clock_too()
    {
        using var client = _fake.CreateClient(options => options.MaxRetries = 0);
        _fake.On(ValentinaRoutes.CheckSystemHealth).Takes(TimeSpan.FromMinutes(1));

        client.Invoking(c => c.System.Health()).Should().Throw<RequestTimeoutException>();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        client.Invoking(c => c.System.Health(cancelled.Token)).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public async Task Chance_is_seeded()
    {
        var first = await OutcomesAsync(3);
        (await OutcomesAsync(3)).Should().Equal(first);
        (await OutcomesAsync(4)).Should().NotEqual(first);
        first.Should().Contain(0).And.Contain(200).And.Contain(status => status >= 500);
    }

    [Fact]
    public async Task Faults_arrive_over_the_port_as_well()
    {
        await using var server = await _fake.StartServerAsync();
        using var client = new ValentinaClient(new ValentinaOptions
        {
            BaseUrl = server.BaseAddress.ToString(),
            ApiKey = _fake.ApiKey,
            SetAsDefault = false,
            RetryDelay = TimeSpan.FromMilliseconds(1)
        });
        _fake.On(ValentinaRoutes.CheckSystemHealth).CutsConnection().Times(1).TruncatesBody(after: 5).Times(1).ThenSucceeds();

        await client.System.HealthAsync();

        _fake.Verify(ValentinaRoutes.CheckSystemHealth, times: 3);
    }

    [Fact]
    public async Task Many_callers_at_once_lose_nothing()
    {
        using var client = _fake.CreateClient();
        var acting = client.ActingAs(_fake.AdminId);

        await Parallel.ForAsync(0, 400, async (number, token) => await acting.Campaigns.CreateAsync(
            new CampaignCreate { Name = $"Campaign {number}" }, cancellationToken: token));

        var all = await client.Campaigns.ListAllAsync();
        all.Should().HaveCount(400);
        all.Select(campaign => campaign.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Reset_makes_it_as_new()
    {
        using var client = _fake.CreateClient();
        await client.ActingAs(_fake.AdminId).Campaigns.CreateAsync(new CampaignCreate { Name = "Gone" });
        _fake.On(ValentinaRoutes.ListCampaigns).Fails(404);
        var company = _fake.CompanyId;

        _fake.Reset();

        (await client.ForCompany(_fake.CompanyId).Campaigns.GetPageAsync()).Total.Should().Be(0);
        _fake.Calls.Should().ContainSingle();
        _fake.CompanyId.Should().NotBeEmpty();
        company.Should().NotBeEmpty();
    }

    private static async Task<List<int>> OutcomesAsync(int seed)
    {
        var fake = new FakeValentina
        {
            Chaos = new FakeChaos { FailureRate = 0.3, CutRate = 0.2, MaxDelay = TimeSpan.FromSeconds(2), Seed = seed }
        };
        using var client = fake.CreateClient(options => options.MaxRetries = 0);
        for (var call = 0; call < 40; call++)
        {
            try
            {
                await client.System.HealthAsync();
            }
            catch (ValentinaException)
            {
                // Counted below.
            }
        }

        return [.. fake.Calls.Select(call => call.Status)];
    }
}

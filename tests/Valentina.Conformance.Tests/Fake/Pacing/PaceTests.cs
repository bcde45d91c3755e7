using Valentina.Testing;
using Valentina.Tests.Shared;

namespace Valentina.Conformance.Tests.FakeServer.Pacing;

/// <summary>Many workers on one key keep to the pace of the server's limits, and nobody runs into them.</summary>
[TestLimit(600)]
public sealed class PaceTests
{
    public static TheoryData<int, int, string> Crowds
    {
        get
        {
            var data = new TheoryData<int, int, string>();
            foreach (var calls in (int[])[96, 320, 5000])
            {
                foreach (var perMinute in (int[])[60, 600])
                {
                    foreach (var kind in (string[])["async", "sync", "mixed"])
                    {
                        data.Add(calls, perMinute, kind);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Crowds))]
    public async Task Thirty_two_workers_get_everything_done_at_the_servers_pace(int calls, int perMinute, string kind)
    {
        var clock = new SteppedClock();
        var fake = Limited(clock, new FakeRateLimit("burst", 50, TimeSpan.FromMinutes(50d / perMinute)));
        using var client = fake.CreateClient();
        var start = clock.GetUtcNow();

        var workers = new Workers(client, clock);
        var failures = await workers.RunAsync(
            32,
            calls,
            kind,
            token => client.Companies.GetAsync(fake.CompanyId, token),
            token => client.Companies.Get(fake.CompanyId, token));

        var minimum = TimeSpan.FromMinutes((calls - 50d) / perMinute);
        failures.Should().BeEmpty();
        ((double)fake.Calls.Count).Should().BeLessThanOrEqualTo(calls * 1.02);
        (clock.GetUtcNow() - start).Should().BeLessThanOrEqualTo(minimum * 1.03);
        var longestOfAnIdealQueue = TimeSpan.FromMinutes(32d / perMinute);
        workers.LongestWait.Should().BeLessThanOrEqualTo(longestOfAnIdealQueue * 1.1, "nobody is overtaken for long");
    }

    [Fact]
    public async Task A_limit_of_one_route_lets_the_others_go_on()
    {
        var fake = Limited(
            new FakeRateLimit("burst", 50, TimeSpan.FromSeconds(50)),
            new FakeRateLimit("deletions", 5, TimeSpan.FromHours(1)) { Routes = [ValentinaRoutes.DeleteCampaign] });
        using var client = fake.CreateClient();
        var campaigns = client.ActingAs(fake.AdminId).Campaigns;
        for (var number = 0; number < 5; number++)
        {
            await campaigns.Invoking(service => service.DeleteAsync(Guid.NewGuid())).Should().ThrowAsync<NotFoundException>();
        }

        var late = await campaigns.Invoking(service => service.DeleteAsync(Guid.NewGuid())).Should().ThrowAsync<RateLimitedException>();
        for (var number = 0; number < 20; number++)
        {
            await client.Companies.GetAsync(fake.CompanyId);
        }

        late.Which.RetryAfter.Should().BeGreaterThan(TimeSpan.FromMinutes(1)).And.BeLessThan(TimeSpan.FromMinutes(13));
        late.Which.Attempts.Should().Be(0, "it was not sent");
        fake.Calls.Should().HaveCount(25);
        fake.Calls.Should().NotContain(call => call.Status == 429);
    }

    [Fact]
    public async Task Of_five_thousand_at_once_those_whose_turn_comes_too_late_hear_it_at_once()
    {
        var clock = new SteppedClock();
        var fake = Limited(clock, new FakeRateLimit("burst", 50, TimeSpan.FromSeconds(50)));
        using var client = fake.CreateClient();
        var start = clock.GetUtcNow();

        var running = Enumerable.Range(0, 5000).Select(_ => Task.Run(() => client.Companies.GetAsync(fake.CompanyId))).ToList();
        while (running.Count(task => !task.IsCompleted) > 60)
        {
            await Task.Yield();
        }

        clock.GetUtcNow().Should().Be(start, "the refusals do not wait");
        while (running.Exists(task => !task.IsCompleted))
        {
            if (client.RateLimits.Waiting == running.Count(task => !task.IsCompleted))
            {
                clock.AdvanceToNext();
            }

            await Task.Yield();
        }

        var failed = running.Where(task => task.IsFaulted).Select(task => task.Exception!.InnerException).ToList();
        failed.Should().HaveCountGreaterThan(4800).And.OnlyContain(ex => ex is RateLimitedException);
        failed.Cast<RateLimitedException>().Should().OnlyContain(ex => ex.RetryAfter > TimeSpan.FromSeconds(60) && ex.Attempts == 0);
        fake.Calls.Should().HaveCount(5000 - failed.Count);
    }

    [Fact]
    public async Task Two_hundred_fakes_do_not_influence_each_other()
    {
        var waits = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(async () =>
        {
            var fake = Limited(new FakeRateLimit("burst", 5, TimeSpan.FromSeconds(5)));
            using var client = fake.CreateClient();
            for (var call = 0; call < 5 + (number % 3); call++)
            {
                await client.Companies.GetAsync(fake.CompanyId);
            }

            return (fake.Clock.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalSeconds - (number % 3);
        })));

        waits.Should().OnlyContain(wait => wait >= -0.01 && wait <= 0.01);
    }

    private static FakeValentina Limited(params FakeRateLimit[] limits) => Limited(null, limits);

    private static FakeValentina Limited(TimeProvider? clock, params FakeRateLimit[] limits)
    {
        var options = new FakeValentinaOptions { TimeProvider = clock };
        foreach (var limit in limits)
        {
            options.RateLimits.Add(limit);
        }

        return new FakeValentina(options);
    }
}

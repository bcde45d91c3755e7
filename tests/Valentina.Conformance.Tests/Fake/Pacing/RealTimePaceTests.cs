using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Pacing;

/// <summary>
/// The same in real time, over real connections. How long it took is not asserted here, since a busy machine is late by itself:
/// docs/rate-limits.md has the figure.
/// </summary>
[TestLimit(120)]
public sealed class RealTimePaceTests
{
    [Fact]
    public async Task Ninety_six_calls_of_thirty_two_workers_run_into_no_limit_of_six_hundred_a_minute()
    {
        var options = new FakeValentinaOptions { TimeProvider = TimeProvider.System };
        options.RateLimits.Add(new FakeRateLimit("burst", 50, TimeSpan.FromSeconds(5)));
        var fake = new FakeValentina(options);
        await using var server = await fake.StartServerAsync();
        using var client = new ValentinaClient(new ValentinaOptions
        {
            BaseUrl = server.BaseAddress.ToString(), ApiKey = fake.ApiKey, DefaultCompanyId = fake.CompanyId, SetAsDefault = false,
        });
        var left = 96;

        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await client.Companies.GetAsync(fake.CompanyId);
            }
        })));

        fake.Calls.Should().HaveCountLessThanOrEqualTo(97);
        fake.Calls.Count(call => call.Status == 200).Should().Be(96);
    }
}

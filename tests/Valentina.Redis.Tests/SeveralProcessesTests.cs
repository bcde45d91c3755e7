using Valentina.Testing;

namespace Valentina.Redis.Tests;

/// <summary>Three processes with sixteen workers each on one key, in real time, over a real Redis.</summary>
public sealed class SeveralProcessesTests
{
    private const int Processes = 3;

    private const int Workers = 16;

    /// <summary>What they call before they begin: not more than the server's bucket holds.</summary>
    private const int FirstCalls = Processes * Workers;

    [RedisFact]
    public async Task Together_they_keep_the_pace_that_one_alone_would_keep()
    {
        var fake = Limited();
        await using var server = await fake.StartServerAsync();
        using var redis = await RedisServer.StartAsync();

        var workers = await StartAsync(100, server, fake, redis);
        var before = fake.Calls.Count;
        await Task.WhenAll(workers.Select(worker => worker.RunAsync()));

        // On a machine that is short of time requests reach the server long after their tokens were taken, and a bucket that is full does
        // not grow meanwhile: then a few are refused, and rightly. How few is what counts; when says nothing but how busy the machine was.
        ((double)(fake.Calls.Count - before)).Should().BeLessThanOrEqualTo(300 * 1.03);
        fake.Calls.Count(call => call.Status == 200).Should().Be(FirstCalls + 300);
    }

    [RedisFact]
    public async Task When_redis_dies_and_comes_back_the_work_ends()
    {
        var fake = Limited();
        await using var server = await fake.StartServerAsync();
        using var redis = await RedisServer.StartAsync();
        var workers = await StartAsync(50, server, fake, redis);
        var work = Task.WhenAll(workers.Select(worker => worker.RunAsync()));

        await Until.TrueAsync(() => fake.Calls.Count > FirstCalls + 20);
        redis.Stop();
        await Until.TrueAsync(() => fake.Calls.Count > FirstCalls + 40);
        await redis.ResumeAsync();

        await work;
        fake.Calls.Count(call => call.Status == 200).Should().Be(FirstCalls + 150);
    }

    private static FakeValentina Limited()
    {
        var options = new FakeValentinaOptions { TimeProvider = TimeProvider.System };
        options.RateLimits.Add(new FakeRateLimit("burst", 50, TimeSpan.FromSeconds(5)));
        return new FakeValentina(options);
    }

    /// <summary>Starts the processes; the workers of each have made one call, and know the limits, when this ends.</summary>
    private static Task<PacedProcess[]> StartAsync(int calls, FakeServer server, FakeValentina fake, RedisServer redis)
        => Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => PacedProcess.StartAsync(
            calls, $"{server.BaseAddress}", fake.ApiKey, $"{fake.CompanyId}", redis.Address, $"{Workers}", $"{calls}")));
}

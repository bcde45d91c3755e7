using System.Diagnostics;
using Valentina.Testing;

namespace Valentina.Redis.Tests;

/// <summary>Three processes with sixteen workers each on one key, in real time, over a real Redis.</summary>
public sealed class SeveralProcessesTests
{
    private const int Workers = 16;

    private static readonly string Worker = RepositoryRoot.PathOf("tests", "PacedWorker", "bin");

    [RedisFact]
    public async Task Together_they_keep_the_pace_that_one_alone_would_keep()
    {
        var fake = Limited();
        await using var server = await fake.StartServerAsync();
        using var redis = await RedisServer.StartAsync();

        await Task.WhenAll(RunAsync(100, server, fake, redis), RunAsync(100, server, fake, redis), RunAsync(100, server, fake, redis));

        var first = fake.Calls.Min(call => call.At);
        ((double)fake.Calls.Count).Should().BeLessThanOrEqualTo(300 * 1.03);
        fake.Calls.Should().NotContain(call => call.Status == 429 && call.At > first + TimeSpan.FromSeconds(1));
    }

    [RedisFact]
    public async Task When_redis_dies_and_comes_back_the_work_ends()
    {
        var fake = Limited();
        await using var server = await fake.StartServerAsync();
        using var redis = await RedisServer.StartAsync();
        var work = Task.WhenAll(RunAsync(50, server, fake, redis), RunAsync(50, server, fake, redis), RunAsync(50, server, fake, redis));

        await UntilAsync(() => fake.Calls.Count > 70);
        redis.Stop();
        await UntilAsync(() => fake.Calls.Count > 90);
        await redis.ResumeAsync();

        await work;
        fake.Calls.Count(call => call.Status == 200).Should().Be(150);
    }

    private static FakeValentina Limited()
    {
        var options = new FakeValentinaOptions { TimeProvider = TimeProvider.System };
        options.RateLimits.Add(new FakeRateLimit("burst", 50, TimeSpan.FromSeconds(5)));
        return new FakeValentina(options);
    }

    private static async Task RunAsync(int calls, FakeServer server, FakeValentina fake, RedisServer redis)
    {
        var configuration = new FileInfo(typeof(SeveralProcessesTests).Assembly.Location).Directory!.Parent!.Name;
        var program = Path.Combine(Worker, configuration, "net10.0", "PacedWorker.dll");
        using var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            ["exec", program, $"{server.BaseAddress}", fake.ApiKey, $"{fake.CompanyId}", redis.Address, $"{Workers}", $"{calls}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        (await errors).Should().BeEmpty(because: await errors);
        output.Trim().Should().Be($"{calls} done, 0 failed");
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }
}

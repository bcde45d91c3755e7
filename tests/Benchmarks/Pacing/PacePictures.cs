using Valentina.Testing;

namespace Valentina.Benchmarks.Pacing;

/// <summary>
/// Thirty-two workers take 320 calls from a list, in real time over the loopback interface, against a bucket of 50 that fills at 600 a
/// minute: once with the gate and once without. Each run becomes a picture of its requests over time.
/// </summary>
internal static class PacePictures
{
    private const int Workers = 32;
    private const int Calls = 320;

    public static async Task DrawAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (pacing, name) in new[] { (RateLimitPacing.Learned, "with"), (RateLimitPacing.Off, "without") })
        {
            var run = await RunAsync(pacing);
            var picture = new RequestPicture(run, $"{Workers} workers, {Calls} calls, {name} the gate");
            File.WriteAllText(Path.Combine(folder, $"requests-{name}-gate.svg"), picture.ToSvg());
            Console.WriteLine($"{name} the gate: {picture.Summary}");
        }
    }

    private static async Task<PaceRun> RunAsync(RateLimitPacing pacing)
    {
        var options = new FakeValentinaOptions { TimeProvider = TimeProvider.System };
        options.RateLimits.Add(new FakeRateLimit("burst", 50, TimeSpan.FromSeconds(5)));
        var fake = new FakeValentina(options);
        await using var server = await fake.StartServerAsync();
        using var client = new ValentinaClient(new ValentinaOptions
        {
            BaseUrl = server.BaseAddress.ToString(),
            ApiKey = fake.ApiKey,
            DefaultCompanyId = fake.CompanyId,
            Pacing = pacing,
            SetAsDefault = false,
        });
        var start = TimeProvider.System.GetUtcNow();
        var left = Calls;
        var failed = 0;

        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                try
                {
                    await client.Companies.GetAsync(fake.CompanyId);
                }
                catch (RateLimitedException)
                {
                    Interlocked.Increment(ref failed);
                }
            }
        })));

        var requests = fake.Calls.Select(call => new PaceRequest((call.At - start).TotalSeconds, call.Status == 429)).ToList();
        return new PaceRun(requests, failed);
    }
}

using BenchmarkDotNet.Attributes;
using Valentina.Benchmarks.Connection;
using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.Benchmarks.Pacing;

/// <summary>What the gate of rate limits costs a call to a server that tells none. Compare within one run only.</summary>
[MemoryDiagnoser]
public class GateBenchmarks
{
    private static readonly byte[] Body = """{"id":"01a20190-db48-7264-84d2-b63bfdba7b71","name":"The Long Night"}"""u8.ToArray();

    private readonly Guid _company = Guid.NewGuid();
    private ApiConnection _off = null!;
    private ApiConnection _learned = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _off = Connection(RateLimitPacing.Off);
        _learned = Connection(RateLimitPacing.Learned);
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _off.Dispose();
        _learned.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task<object> Without_a_gate() => CallAsync(_off);

    [Benchmark]
    public Task<object> With_a_gate_that_knows_no_limit() => CallAsync(_learned);

    private static ApiConnection Connection(RateLimitPacing pacing)
    {
        var options = new ValentinaOptions { BaseUrl = "http://server.test", ApiKey = "key", Pacing = pacing };
        return new ApiConnection(options.Resolve(EnvironmentReaders.None), Transport.Of(new CannedHandler(Body)));
    }

    private async Task<object> CallAsync(ApiConnection connection)
        => await new CampaignsClient(connection).GetCampaignAsync(_company, _company);
}

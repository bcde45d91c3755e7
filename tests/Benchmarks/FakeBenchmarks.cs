using BenchmarkDotNet.Attributes;
using Valentina;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Benchmarks;

/// <summary>What a call through the client and the in-process fake costs. The aim for a small GET: less than 50 microseconds.</summary>
/// <remarks>Sixty thousand calls of warm-up: before that the runtime still measures half-compiled code, four times slower.</remarks>
[MemoryDiagnoser]
[WarmupCount(60)]
public class FakeBenchmarks
{
    private ValentinaClient _client = null!;
    private FakeValentina _fake = null!;
    private Guid _campaign;

    [GlobalSetup]
    public void SetUp()
    {
        _fake = new FakeValentina();
        _client = _fake.CreateClient();
        _campaign = _client.ActingAs(_fake.AdminId).Campaigns.Create(new CampaignCreate { Name = "Benchmark" }).Id;
    }

    [GlobalCleanup]
    public void TearDown() => _client.Dispose();

    /// <summary>The log would grow without end.</summary>
    [IterationSetup]
    public void Forget() => _fake.ResetCalls();

    [Benchmark(OperationsPerInvoke = 1000)]
    public void Get()
    {
        for (var call = 0; call < 1000; call++)
        {
            _client.Campaigns.Get(_campaign);
        }
    }

    [Benchmark(OperationsPerInvoke = 1000)]
    public async Task GetAsync()
    {
        for (var call = 0; call < 1000; call++)
        {
            await _client.Campaigns.GetAsync(_campaign);
        }
    }

    [Benchmark]
    public FakeValentina Create() => new();
}

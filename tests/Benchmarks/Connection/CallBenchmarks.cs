using System.Text;
using BenchmarkDotNet.Attributes;
using Newtonsoft.Json;
using Valentina.Connection;
using Valentina.Connection.Responses;
using Valentina.Json;
using Valentina.Json.Codecs;
using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Benchmarks.Connection;

/// <summary>
/// What a call costs without a network: the bare handler, the usual way with Newtonsoft, and the whole chain of the SDK (building,
/// headers, key, retry pipeline, deadline, buffering, parsing). Compare within one run only.
/// </summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
    private const string Campaign = """
        {"id":"01a20190-db48-7264-84d2-b63bfdba7b71","date_created":"2026-11-22T04:18:37.313186Z","date_modified":"2026-11-22T04:18:37.313186Z",
         "name":"The Long Night of the Wolf","description":"Seven nights in Prague","company_id":"01a20190-cb43-70d9-a901-6b9937156b49",
         "desperation":2,"danger":1,"in_game_date":"2023-10-31","num_books":3,"num_player_characters":5,"num_storyteller_characters":8,"num_notes":2,"num_assets":0}
        """;

    private readonly Guid _company = Guid.NewGuid();
    private readonly Guid _campaign = Guid.NewGuid();
    private byte[] _body = [];
    private HttpMessageInvoker _bare = null!;
    private ApiConnection _connection = null!;
    private CampaignsClient _client = null!;

    /// <summary>How many campaigns an answer holds: one, or a page.</summary>
    [Params(1, 100)]
    public int Items { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        var text = Items == 1
            ? Campaign
            : $$"""{"items":[{{string.Join(',', Enumerable.Repeat(Campaign, Items))}}],"limit":100,"offset":0,"total":100}""";
        _body = Encoding.UTF8.GetBytes(text);
        _bare = new HttpMessageInvoker(new CannedHandler(_body));
        var options = new ValentinaOptions { BaseUrl = "http://server.test", ApiKey = "key" };
        _connection = new ApiConnection(options.Resolve(EnvironmentReaders.None), Transport.Of(new CannedHandler(_body)));
        _client = new CampaignsClient(_connection);
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        _connection.Dispose();
        _bare.Dispose();
    }

    [Benchmark]
    public async Task<int> Handler_only()
    {
        using var message = Message();
        using var response = await _bare.SendAsync(message, default);
        return (int)response.StatusCode;
    }

    /// <summary>The least a raw client can do: the message, one pooled read, one parse.</summary>
    [Benchmark(Baseline = true)]
    public async Task<object?> Raw_floor()
    {
        using var message = Message();
        using var response = await _bare.SendAsync(message, default);
        using var content = await BodyReader.ReadAsync(response, default);
        return Items == 1
            ? WireJson.Read(content.Memory.Span, ModelCodec<Campaign>.Read)
            : WireJson.Read(content.Memory.Span, PageCodec<Campaign, ModelCodec<Campaign>>.Read);
    }

    [Benchmark]
    public async Task<object?> Handler_and_JsonConvert()
    {
        using var message = Message();
        using var response = await _bare.SendAsync(message, default);
        var text = await response.Content.ReadAsStringAsync();
        return Items == 1 ? JsonConvert.DeserializeObject<Campaign>(text) : JsonConvert.DeserializeObject<Page<Campaign>>(text);
    }

    [Benchmark]
    public async Task<object> Whole_chain()
        => Items == 1 ? await _client.GetCampaignAsync(_company, _campaign) : await _client.ListCampaignsAsync(_company, 100, 0);

    [Benchmark]
    public object Whole_chain_synchronous()
        => Items == 1 ? _client.GetCampaign(_company, _campaign) : _client.ListCampaigns(_company, 100, 0);

    private HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(HttpMethod.Get, $"http://server.test/api/v1/companies/{_company}/campaigns/{_campaign}");
        message.Headers.TryAddWithoutValidation("X-API-KEY", "key");
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        message.Headers.TryAddWithoutValidation("User-Agent", "benchmark");
        return message;
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Valentina.Json;
using Valentina.Json.Codecs;
using Valentina.Models;

namespace Valentina.Benchmarks.Json;

/// <summary>
/// Reading a page of 100 and writing the body of a creation, beside code written by hand for just these two. The aim: at most 1.1 times its
/// time and its bytes.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class JsonBenchmarks
{
    private const string Item = """{"id":"01a20190-db48-7264-84d2-b63bfdba7b71","date_created":"2026-11-22T04:18:37.313186Z","date_modified":"2026-11-22T04:18:37.313186Z","name":"The Long Night of the Wolf","description":"Seven nights in Prague","company_id":"01a20190-cb43-70d9-a901-6b9937156b49","desperation":2,"danger":1,"in_game_date":"2023-10-31","num_books":3,"num_player_characters":5,"num_storyteller_characters":8,"num_notes":2,"num_assets":0}""";

    private readonly byte[] _page = Encoding.UTF8.GetBytes(
        $$"""{"items":[{{string.Join(',', Enumerable.Repeat(Item, 100))}}],"limit":100,"offset":0,"total":100}""");

    private readonly ArrayBufferWriter<byte> _output = new(4096);
    private readonly Utf8JsonWriter _writer;

    private readonly CharacterCreate _character = new()
    {
        NameFirst = "Anička",
        NameLast = "Nováková",
        CharacterClass = CharacterClass.Vampire,
        GameVersion = GameVersion.V5,
        CampaignId = Guid.Parse("01a20190-db48-7264-84d2-b63bfdba7b71"),
        Type = CharacterType.Player,
        Age = 27,
        DateOfBirth = new DateOnly(1999, 4, 1),
        Biography = "Grew up between the river and the railway, and never looked back at either. \"Never\" is a long word.",
        Demeanor = "Soldier",
        Nature = "Caregiver",
        ConceptId = Guid.Parse("01a20190-cb43-70d9-a901-6b9937156b49"),
        Traits = [.. Enumerable.Range(1, 10).Select(static value => new CharacterTraitCreate
        {
            TraitId = Guid.Parse("01a20190-cb43-70d9-a901-6b9937156b49"), Value = value,
        })],
    };

    public JsonBenchmarks()
        => _writer = new Utf8JsonWriter(_output, new JsonWriterOptions { Encoder = WireEncoder.Instance, SkipValidation = true });

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("read")]
    public object Read_by_hand()
    {
        var reader = new Utf8JsonReader(_page);
        return HandReader.Page(ref reader);
    }

    [Benchmark]
    [BenchmarkCategory("read")]
    public object Read_page() => WireJson.Read(_page, PageCodec<Campaign, ModelCodec<Campaign>>.Read);

    [Benchmark]
    [BenchmarkCategory("read")]
    public object? Read_page_with_System_Text_Json() => JsonSerializer.Deserialize<Page<Campaign>>(_page);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("write")]
    public byte[] Write_by_hand()
    {
        _output.ResetWrittenCount();
        _writer.Reset(_output);
        HandWriter.Character(_writer, _character);
        _writer.Flush();
        return _output.WrittenSpan.ToArray();
    }

    [Benchmark]
    [BenchmarkCategory("write")]
    public byte[] Write_body() => WireJson.ToBytes(_character, static (writer, body) => WireJson.Write(writer, body));

    [Benchmark]
    [BenchmarkCategory("write")]
    public byte[] Write_body_with_System_Text_Json() => JsonSerializer.SerializeToUtf8Bytes(_character);
}

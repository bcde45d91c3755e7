using System.Text.Json.Nodes;
using Valentina.Testing;
using Xunit.Abstractions;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>Ten thousand random steps agree with a plain model in memory: what is there, what it says, what a page shows.</summary>
public sealed class ModelBasedTests(ITestOutputHelper output)
{
    private const int Steps = 10_000;

    private readonly Dictionary<string, Kept> _campaigns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Kept> _notes = new(StringComparer.Ordinal);

    [Fact]
    public async Task Random_steps_agree_with_a_plain_model()
    {
        var seed = TestSeed.Take(output);
        var random = new Random(seed);
        var fake = new FakeValentina(new FakeValentinaOptions { Seed = seed });
        using var http = new FakeHttp(fake);

        for (var step = 0; step < Steps; step++)
        {
            await StepAsync(fake, http, random);
        }

        _campaigns.Should().NotBeEmpty();
        fake.Calls.Should().HaveCountGreaterThanOrEqualTo(Steps);
        output.WriteLine(string.Join(
            ", ", fake.Coverage.Called.Select(called => $"{called.Key.OperationId} {fake.Calls.Count(call => call.Route == called.Key)}")));
    }

    private Task StepAsync(FakeValentina fake, FakeHttp http, Random random) => (_campaigns.Count, random.Next(100)) switch
    {
        (0, _) or ( < 60, < 15) => CreateCampaignAsync(fake, http, random),
        (_, < 30) => PatchCampaignAsync(fake, http, random),
        (_, < 36) => DeleteCampaignAsync(fake, http, random),
        (_, < 50) => GetCampaignAsync(http, random),
        (_, < 62) => ListCampaignsAsync(http, random),
        (_, < 75) => CreateNoteAsync(http, random),
        (_, < 83) => PatchNoteAsync(http, random),
        (_, < 88) => DeleteNoteAsync(http, random),
        _ => ListNotesAsync(http, random),
    };

    private async Task CreateCampaignAsync(FakeValentina fake, FakeHttp http, Random random)
    {
        var name = Name(random);
        var danger = random.Next(6);
        var answer = await http.SendAsync("POST", $"{http.CompanyPath}/campaigns", new { name, danger }, fake.AdminId);
        answer.Status.Should().Be(201);
        _campaigns[answer.Id] = new Kept(answer.Id, name) { Number = danger };
    }

    private async Task PatchCampaignAsync(FakeValentina fake, FakeHttp http, Random random)
    {
        var kept = Pick(_campaigns, random);
        var change = new JsonObject();
        if (random.Next(2) == 0)
        {
            change["name"] = kept.Name = Name(random);
        }

        if (random.Next(2) == 0)
        {
            kept.Text = random.Next(3) == 0 ? null : Name(random);
            change["description"] = kept.Text;
        }

        var answer = await http.SendAsync("PATCH", $"{http.CompanyPath}/campaigns/{kept.Id}", change, fake.AdminId);
        answer.Status.Should().Be(200);
        Agree(kept, answer.Body!);
    }

    private async Task DeleteCampaignAsync(FakeValentina fake, FakeHttp http, Random random)
    {
        var kept = Pick(_campaigns, random);
        (await http.SendAsync("DELETE", $"{http.CompanyPath}/campaigns/{kept.Id}", actingUser: fake.AdminId)).Status.Should().Be(204);
        (await http.SendAsync("DELETE", $"{http.CompanyPath}/campaigns/{kept.Id}", actingUser: fake.AdminId)).Status.Should().Be(404);
        _campaigns.Remove(kept.Id);
        foreach (var note in _notes.Values.Where(note => note.Parent == kept.Id).ToList())
        {
            _notes.Remove(note.Id);
        }
    }

    private async Task GetCampaignAsync(FakeHttp http, Random random)
    {
        var kept = Pick(_campaigns, random);
        var answer = await http.SendAsync("GET", $"{http.CompanyPath}/campaigns/{kept.Id}");
        Agree(kept, answer.Body!);
        answer.Body!["num_notes"]!.GetValue<int>().Should().Be(_notes.Values.Count(note => note.Parent == kept.Id));
    }

    private async Task ListCampaignsAsync(FakeHttp http, Random random)
    {
        var (limit, offset) = (random.Next(0, 20), random.Next(0, 30));
        var answer = await http.SendAsync("GET", $"{http.CompanyPath}/campaigns?limit={limit}&offset={offset}");
        var expected = _campaigns.Values
            .OrderBy(kept => kept.Name, StringComparer.Ordinal)
            .ThenBy(kept => kept.Order)
            .Skip(offset)
            .Take(limit)
            .Select(kept => kept.Id);
        Ids(answer).Should().Equal(expected);
        answer.Body!["total"]!.GetValue<int>().Should().Be(_campaigns.Count);
    }

    private async Task CreateNoteAsync(FakeHttp http, Random random)
    {
        var parent = Pick(_campaigns, random);
        var title = Name(random);
        var answer = await http.SendAsync("POST", $"{http.CompanyPath}/campaigns/{parent.Id}/notes", new { title, content = "text" });
        answer.Status.Should().Be(201);
        _notes[answer.Id] = new Kept(answer.Id, title) { Parent = parent.Id };
    }

    private async Task PatchNoteAsync(FakeHttp http, Random random)
    {
        if (_notes.Count > 0)
        {
            var kept = Pick(_notes, random);
            kept.Name = Name(random);
            var answer = await http.SendAsync(
                "PATCH", $"{http.CompanyPath}/campaigns/{kept.Parent}/notes/{kept.Id}", new { title = kept.Name });
            answer.Body!["title"]!.GetValue<string>().Should().Be(kept.Name);
        }
    }

    private async Task DeleteNoteAsync(FakeHttp http, Random random)
    {
        if (_notes.Count > 0)
        {
            var kept = Pick(_notes, random);
            (await http.SendAsync("DELETE", $"{http.CompanyPath}/campaigns/{kept.Parent}/notes/{kept.Id}")).Status.Should().Be(204);
            (await http.SendAsync("GET", $"{http.CompanyPath}/campaigns/{kept.Parent}/notes/{kept.Id}")).Status.Should().Be(404);
            _notes.Remove(kept.Id);
        }
    }

    private async Task ListNotesAsync(FakeHttp http, Random random)
    {
        var parent = Pick(_campaigns, random);
        var answer = await http.SendAsync("GET", $"{http.CompanyPath}/campaigns/{parent.Id}/notes?limit=100");
        Ids(answer).Should().Equal(
            _notes.Values.Where(note => note.Parent == parent.Id).OrderBy(note => note.Order).Take(100).Select(note => note.Id));
    }

    private static void Agree(Kept kept, JsonNode body)
    {
        body["name"]!.GetValue<string>().Should().Be(kept.Name);
        body["danger"]!.GetValue<int>().Should().Be(kept.Number);
        body["description"]?.GetValue<string>().Should().Be(kept.Text);
    }

    private static IEnumerable<string> Ids(WireAnswer answer)
        => ((JsonArray)answer.Body!["items"]!).Select(item => item!["id"]!.GetValue<string>());

    /// <summary>A name that the server's rewriting leaves alone.</summary>
    private static string Name(Random random) => $"Name{random.Next(1000)}";

    private static Kept Pick(Dictionary<string, Kept> all, Random random) => all.Values.ElementAt(random.Next(all.Count));

    private sealed class Kept(string id, string name)
    {
        private static int _order;

        public string Id { get; } = id;

        public int Order { get; } = Interlocked.Increment(ref _order);

        public string Name { get; set; } = name;

        public string? Text { get; set; }

        public int Number { get; init; }

        public string? Parent { get; init; }
    }
}

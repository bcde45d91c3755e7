using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Play;

/// <summary>What the real server does with dice, prepared rolls, statistics, the dictionary and numbered books.</summary>
public sealed class TableRuleTests : IAsyncLifetime, IDisposable
{
    private readonly FakeValentina _fake = new(new FakeValentinaOptions { Strict = false });
    private readonly FakeHttp _http;
    private string _campaign = "";
    private string _character = "";

    public TableRuleTests() => _http = new FakeHttp(_fake);

    public async Task InitializeAsync()
    {
        _campaign = (await _http.SendAsync("POST", $"{_http.CompanyPath}/campaigns", new { name = "Ashes" }, _fake.AdminId)).Id;
        _character = (await _http.SendAsync(
            "POST",
            $"{_http.CompanyPath}/characters",
            new { name_first = "Vera", name_last = "Nacht", character_class = "MORTAL", game_version = "V5", campaign_id = _campaign },
            _fake.AdminId)).Id;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _http.Dispose();

    [Theory]
    [InlineData(10, 6, "1 10 10 7", 3, "SUCCESS")]
    [InlineData(10, 6, "1 1 10 7", 0, "FAILURE")]
    [InlineData(10, 6, "1 2 3", -1, "BOTCH")]
    [InlineData(10, 2, "10 10", 4, "CRITICAL")]
    [InlineData(10, 11, "10 10", 0, "FAILURE")]
    [InlineData(100, 50, "70", 1, "OTHER")]
    [InlineData(6, 4, "1 3 5 6", -1, "OTHER")]
    public void Dice_are_counted_as_the_server_counts_them(int size, int difficulty, string fallen, int total, string type)
    {
        var result = Dice.Count([.. fallen.Split(' ').Select(int.Parse)], size, difficulty);

        result.Should().Be((total, type));
    }

    [Fact]
    public async Task Statistics_count_rolls_of_ten_sided_dice()
    {
        foreach (var size in new[] { 4, 6, 8, 10, 20, 100 })
        {
            await RollAsync(new { num_dice = 1, dice_size = size, difficulty = 3, campaign_id = _campaign, character_id = _character });
        }

        foreach (var parent in new[] { "", $"/users/{_fake.AdminId}", $"/campaigns/{_campaign}", $"/characters/{_character}" })
        {
            var statistics = await _http.SendAsync("GET", $"{_http.CompanyPath}{parent}/statistics", actingUser: _fake.AdminId);
            statistics.Body!["total_rolls"]!.GetValue<int>().Should().Be(1, parent);
        }
    }

    [Theory]
    [InlineData("character_id", "Character")]
    [InlineData("campaign_id", "Campaign")]
    public async Task A_roll_names_what_it_does_not_find(string field, string name)
    {
        var id = Guid.NewGuid();

        var refusal = await RollAsync(new JsonObject { [field] = id });

        refusal.Status.Should().Be(400);
        refusal.Detail.Should().Be($"{name} {id} not found");
    }

    [Fact]
    public async Task Rolls_and_prepared_rolls_take_what_a_character_has_for_the_trait()
    {
        var trait = _http.World[Kinds.Trait].Rows.First(row => row.Text("name") == "Might").Id;
        var owned = await _http.SendAsync(
            "POST", $"{_http.CompanyPath}/characters/{_character}/traits/assign", new { trait_id = trait, value = 2 }, _fake.AdminId);

        var roll = await RollAsync(new { trait_ids = new[] { owned.Id } });
        var prepared = await PrepareAsync("Push", owned.Id);
        var patched = await _http.SendAsync(
            "PATCH", $"{QuickRolls}/{prepared.Id}", new { trait_ids = new[] { owned.Id, trait } }, _fake.AdminId);

        foreach (var answer in new[] { roll, prepared, patched })
        {
            answer.Body!["trait_ids"]!.AsArray().Select(id => id!.ToString()).Should().Equal(trait);
        }
    }

    [Fact]
    public async Task A_prepared_roll_needs_one_of_its_traits_and_names_itself()
    {
        var trait = _http.World[Kinds.Trait].Rows.First(row => row.Text("name") == "Might").Id;
        var prepared = await PrepareAsync("Push", trait);
        var form = new { quickroll_id = prepared.Id, character_id = _character };

        var without = await _http.SendAsync("POST", $"{_http.CompanyPath}/dicerolls/quickroll", form, _fake.AdminId);
        await _http.SendAsync(
            "POST", $"{_http.CompanyPath}/characters/{_character}/traits/assign", new { trait_id = trait, value = 2 }, _fake.AdminId);
        var with = await _http.SendAsync("POST", $"{_http.CompanyPath}/dicerolls/quickroll", form, _fake.AdminId);

        without.Status.Should().Be(400);
        without.Detail.Should().Be("This character does not have the traits required to roll this quick roll");
        with.Body!["comment"]!.ToString().Should().Be("Quick roll: Push");
    }

    [Fact]
    public async Task Terms_may_come_twice_and_are_found_whole()
    {
        for (var time = 0; time < 2; time++)
        {
            var term = await _http.SendAsync(
                "POST", Terms, new { term = "Blood Bond", definition = "A bond", synonyms = new[] { "vinculum" } });
            term.Status.Should().Be(201);
        }

        (await FoundAsync("BLOOD BOND ")).Should().Be(2);
        (await FoundAsync("Vinculum")).Should().Be(2);
        (await FoundAsync("blood bo")).Should().Be(0);
        (await FoundAsync("vincul")).Should().Be(0);
    }

    [Fact]
    public async Task A_number_beyond_the_last_is_refused_for_books_and_chapters()
    {
        var books = $"{_http.CompanyPath}/campaigns/{_campaign}/books";
        var book = (await _http.SendAsync("POST", books, new { name = "First" }, _fake.AdminId)).Id;
        var chapter = (await _http.SendAsync("POST", $"{books}/{book}/chapters", new { name = "One" }, _fake.AdminId)).Id;

        var ofBook = await _http.SendAsync("PUT", $"{books}/{book}/number", new { number = 9 }, _fake.AdminId);
        var ofChapter = await _http.SendAsync("PUT", $"{books}/{book}/chapters/{chapter}/number", new { number = 9 }, _fake.AdminId);

        ofBook.Detail.Should().Be("New number 9 is greater than the number of books in the campaign (1)");
        ofChapter.Detail.Should().Be("New number 9 is greater than the number of chapters in the book (1)");
    }

    [Fact]
    public async Task A_picture_of_ones_own_is_an_asset_until_it_goes()
    {
        var user = $"{_http.CompanyPath}/users/{_fake.PlayerId}";
        for (var time = 0; time < 2; time++)
        {
            await _http.SendAsync("PUT", $"{user}/avatar", FakeHttp.Picture(), _fake.PlayerId);
            (await AssetsAsync()).Should().Be(1);
        }

        await _http.SendAsync("DELETE", $"{user}/avatar", actingUser: _fake.PlayerId);
        (await AssetsAsync()).Should().Be(0);

        async Task<int> AssetsAsync() => (await _http.SendAsync("GET", $"{user}/assets")).Body!["total"]!.GetValue<int>();
    }

    private string Terms => $"{_http.CompanyPath}/dictionaries";

    private string QuickRolls => $"{_http.CompanyPath}/users/{_fake.AdminId}/quickrolls";

    private Task<WireAnswer> RollAsync(object form) => _http.SendAsync("POST", $"{_http.CompanyPath}/dicerolls", form, _fake.AdminId);

    private Task<WireAnswer> PrepareAsync(string name, string trait)
        => _http.SendAsync("POST", QuickRolls, new { name, trait_ids = new[] { trait } }, _fake.AdminId);

    private async Task<int> FoundAsync(string term)
        => (await _http.SendAsync("GET", $"{Terms}?term={Uri.EscapeDataString(term)}")).Body!["total"]!.GetValue<int>();
}

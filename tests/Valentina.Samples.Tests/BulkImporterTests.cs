using BulkImporter;
using BulkImporter.Input;
using BulkImporter.Views;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Samples.Tests;

/// <summary>The importer may be killed at any moment, and nothing comes twice.</summary>
public sealed class BulkImporterTests : IDisposable
{
    private const int Rows = 20;

    private readonly FakeValentina _fake = new(new FakeValentinaOptions { TimeProvider = TimeProvider.System });
    private readonly string _folder = Directory.CreateTempSubdirectory("importer").FullName;
    private readonly StringWriter _output = new();

    private string Cast => Path.Combine(_folder, "cast.csv");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Killed_in_the_middle_of_a_request_it_goes_on_and_nothing_is_there_twice()
    {
        await using var server = await _fake.StartServerAsync();
        var campaign = await CampaignAsync();
        await WriteCastAsync();
        SampleProcess? victim = null;
        var requests = 0;

        // The server goes on with the request during which the program dies, as servers do.
        _fake.On(ValentinaRoutes.CreateCharacter).When(_ =>
        {
            if (Interlocked.Increment(ref requests) == 8)
            {
                victim!.Kill();
            }

            return false;
        }).Succeeds();

        using (victim = Import())
        {
            (await victim.EndAsync()).ExitCode.Should().NotBe(0);
        }

        var survivors = (await NamesAsync()).Count;
        survivors.Should().BeGreaterThanOrEqualTo(4).And.BeLessThan(Rows);

        using var second = Import();
        var (exitCode, output) = await second.EndAsync();

        exitCode.Should().Be(0, output);
        output.Should().MatchRegex("Rows under way when the last run ended: [1-4]\\.")
            .And.Contain($"{Rows - survivors} created, {survivors} were there, 0 refused.");
        (await NamesAsync()).Should().HaveCount(Rows).And.OnlyHaveUniqueItems();

        SampleProcess Import() => SampleProcess.Start(
            "BulkImporter",
            new()
            {
                ["VALENTINA_CLIENT_BASE_URL"] = server.BaseAddress.AbsoluteUri,
                ["VALENTINA_CLIENT_API_KEY"] = _fake.ApiKey,
                ["VALENTINA_CLIENT_DEFAULT_COMPANY_ID"] = _fake.CompanyId.ToString(),
            },
            Cast,
            campaign.ToString(),
            _fake.StorytellerId.ToString());
    }

    [Fact]
    public async Task Answers_that_got_lost_are_found_by_the_key_even_while_the_list_is_stale()
    {
        var campaign = await CampaignAsync();
        await WriteCastAsync();
        using (var deaf = new LosesAnswers { InnerHandler = _fake.CreateHandler() })
        {
            var first = await ImportAsync(campaign, deaf);
            first.Count(RowOutcome.InDoubt).Should().BeInRange(3, 6, "it stops soon, when those under way have ended");
            first.Left.Should().BeGreaterThan(0);
        }

        _fake.On(ValentinaRoutes.ListCharacters).RespondsItems();
        var second = await ImportAsync(campaign);
        _fake.ResetScripts();

        second.IsComplete.Should().BeTrue();
        (await NamesAsync()).Should().HaveCount(Rows).And.OnlyHaveUniqueItems();
        _output.ToString().Should().Contain("without an answer").And.Contain("Run it again in a minute.");
    }

    [Fact]
    public async Task Without_its_journal_it_finds_by_name_who_is_there()
    {
        var campaign = await CampaignAsync();
        await WriteCastAsync();
        await ImportAsync(campaign);
        File.Delete($"{Cast}.journal");

        var again = await ImportAsync(campaign);

        again.Count(RowOutcome.WasThere).Should().Be(Rows);
        _fake.Verify(ValentinaRoutes.CreateCharacter, Rows);
        _output.ToString().Should().Contain($"who is there: read {Rows} of {Rows}")
            .And.Contain($"0 created, {Rows} were there, 0 refused.");
    }

    [Fact]
    public async Task What_is_refused_is_said_with_its_line_and_tried_again_only_once_it_is_corrected()
    {
        var campaign = await CampaignAsync();
        await File.WriteAllTextAsync(Cast, "first_name,last_name,class\nAdam,Pell,mortal\nBodo,Pell,vampire\nCyril,Pell,dragon\n");
        await ImportAsync(campaign);
        await ImportAsync(campaign);
        await File.WriteAllTextAsync(Cast, "first_name,last_name,class\nAdam,Pell,mortal\nBodo,Pell,ghoul\nCyril,Pell,mage\n");

        var corrected = await ImportAsync(campaign);

        _output.ToString().Should().Contain("line 3: Bodo Pell: refused, ")
            .And.Contain("line 4: Cyril Pell: refused, there is no class \"dragon\"").And.Contain("1 created, 0 were there, 2 refused.");
        corrected.IsComplete.Should().BeTrue();
        _fake.Verify(ValentinaRoutes.CreateCharacter, 3);
    }

    [Fact]
    public async Task What_the_server_refused_is_not_sent_again()
    {
        var campaign = await CampaignAsync();
        await File.WriteAllTextAsync(Cast, "first_name,last_name,class\nAdam,Pell,mortal\n");
        _fake.On(ValentinaRoutes.CreateCharacter).Fails(400, problem => problem.Detail = "Not tonight.");

        await ImportAsync(campaign);
        await ImportAsync(campaign);

        _fake.Verify(ValentinaRoutes.CreateCharacter, 1);
        _output.ToString().Split('\n').Where(line => line.Contains("line 2: Adam Pell: refused, ") && line.Contains("Not tonight."))
            .Should().HaveCount(2);
    }

    [Fact]
    public async Task A_line_that_was_being_written_when_it_was_killed_never_happened()
    {
        var campaign = await CampaignAsync();
        await WriteCastAsync();
        await ImportAsync(campaign);
        var lines = await File.ReadAllTextAsync($"{Cast}.journal");
        await File.WriteAllTextAsync($"{Cast}.journal", lines[..^20]);

        (await ImportAsync(campaign)).Count(RowOutcome.WasThere).Should().Be(Rows);
        using var journal = Journal.Open($"{Cast}.journal");
        journal.InDoubt.Should().Be(0);
    }

    [Fact]
    public void Two_at_once_do_not_share_a_journal()
    {
        using var journal = Journal.Open($"{Cast}.journal");

        FluentActions.Invoking(() => Journal.Open($"{Cast}.journal")).Should().Throw<IOException>();
    }

    private async Task<ImportResult> ImportAsync(Guid campaign, HttpMessageHandler? handler = null)
    {
        using var own = handler is null ? _fake.CreateHandler() : null;
        using var client = new ValentinaClient(
            new ValentinaOptions
            {
                BaseUrl = FakeValentina.BaseAddress.AbsoluteUri,
                ApiKey = _fake.ApiKey,
                DefaultCompanyId = _fake.CompanyId,
                SetAsDefault = false,
                MaxRetries = 0,
            },
            handler ?? own!);
        using var journal = Journal.Open($"{Cast}.journal");
        var cast = await CastFile.ReadAsync(Cast, CancellationToken.None);
        var importer = new Importer(client.ActingAs(_fake.StorytellerId), journal);
        var view = new LinesView(_output);
        var result = await view.ShowAsync(
            cast.Count, (reading, importing) => importer.RunAsync(cast, campaign, reading, importing, CancellationToken.None));
        view.Summarize(result);
        return result;
    }

    private async Task<Guid> CampaignAsync()
    {
        using var client = _fake.CreateClient();
        return (await client.ActingAs(_fake.StorytellerId).Campaigns.CreateAsync(new CampaignCreate { Name = "The Long Night" })).Id;
    }

    private Task WriteCastAsync() => File.WriteAllLinesAsync(
        Cast, Enumerable.Range(0, Rows).Select(row => $"Number,{(char)('A' + row)}-Pell,mortal").Prepend("first_name,last_name,class"));

    private async Task<List<string>> NamesAsync()
    {
        using var client = _fake.CreateClient();
        return [.. (await client.ActingAs(_fake.StorytellerId).Characters.ListAllAsync()).Select(character => character.NameLast)];
    }

    /// <summary>A network that loses the answers of all creations after the fifth.</summary>
    private sealed class LosesAnswers : DelegatingHandler
    {
        private int _created;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            return request.Method == HttpMethod.Post && Interlocked.Increment(ref _created) > 5
                ? throw new HttpRequestException(HttpRequestError.ConnectionError, "The answer got lost.")
                : response;
        }
    }
}

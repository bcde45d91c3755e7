using Valentina.Models;
using Valentina.Testing;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace Valentina.Client.Tests.Promises;

/// <summary>
/// What the founding page of the asynchronous client promises, each promise kept the .NET way. Without a test of their own:
/// A10 (the language version), A12 (the package's name), A22 and A29 (pages, see README), A28 (the API itself needs no client).
/// </summary>
[Collection(nameof(DefaultClientCollection))]
public class AsynchronousPagePromises
{
    private readonly FakeValentina _fake = new();

    [Fact]
    [Trait("Promise", "A01")]
    [Trait("Promise", "A02")]
    [Trait("Promise", "A16")]
    public async Task Calls_are_asynchronous_typed_and_checked_before_sending()
    {
        using var client = _fake.CreateClient();

        var health = await client.System.HealthAsync();
        health.Version.Should().NotBeEmpty();
        health.DatabaseStatus.Should().Be(ServiceStatus.Online);

        await client.ActingAs(_fake.AdminId).Invoking(c => c.Campaigns.CreateAsync(new CampaignCreate { Name = "x" }))
            .Should().ThrowAsync<RequestValidationException>();
    }

    [Fact]
    [Trait("Promise", "A03")]
    [Trait("Promise", "A13")]
    [Trait("Promise", "A15")]
    public async Task A_client_made_once_serves_every_module_through_factories()
    {
        using var client = _fake.CreateClient(options => options.SetAsDefault = true);

        (await ValentinaServices.Companies().ListAllAsync()).Should().NotBeEmpty();
        (await ValentinaServices.System().HealthAsync()).Version.Should().NotBeEmpty();
        (await ValentinaServices.DiceRolls(actingAs: _fake.PlayerId, companyId: _fake.CompanyId).GetPageAsync()).Items.Should().BeEmpty();
    }

    [Fact]
    [Trait("Promise", "A04")]
    [Trait("Promise", "A26")]
    public async Task Lists_come_as_pages_whole_or_streamed()
    {
        using var client = _fake.CreateClient();

        var page = await client.Users.GetPageAsync(limit: 2);
        var all = await client.Users.ListAllAsync();
        var streamed = new List<User>();
        await foreach (var user in client.Users.EnumerateAllAsync())
        {
            streamed.Add(user);
        }

        page.Items.Should().HaveCount(2);
        page.HasMore.Should().BeTrue();
        streamed.Select(u => u.Id).Should().Equal(all.Select(u => u.Id)).And.HaveCount(page.Total);
    }

    [Fact]
    [Trait("Promise", "A05")]
    [Trait("Promise", "A06")]
    public async Task Each_kind_of_failure_has_its_type_under_one_base()
    {
        using var client = _fake.CreateClient(options => options.MaxRetries = 0);
        _fake.On(ValentinaRoutes.GetCompany).Fails(429).Times(1).Fails(401);

        await client.Invoking(c => c.Campaigns.GetAsync(Guid.NewGuid())).Should().ThrowAsync<NotFoundException>();
        await client.Invoking(c => c.Companies.GetAsync(_fake.CompanyId)).Should().ThrowAsync<RateLimitedException>();
        await client.Invoking(c => c.Companies.GetAsync(_fake.CompanyId)).Should().ThrowAsync<InvalidApiKeyException>();
        typeof(NotFoundException).Should().BeDerivedFrom<ValentinaException>();
        typeof(RateLimitedException).Should().BeDerivedFrom<ValentinaException>();
        typeof(InvalidApiKeyException).Should().BeDerivedFrom<ValentinaException>();
    }

    [Fact]
    [Trait("Promise", "A07")]
    [Trait("Promise", "A08")]
    [Trait("Promise", "A21")]
    public async Task Writes_carry_a_key_and_failures_are_retried()
    {
        using var client = _fake.CreateClient(options =>
        {
            options.Timeout = TimeSpan.FromSeconds(30);
            options.MaxRetries = 3;
            options.AutoIdempotencyKeys = true;
        });
        _fake.On(ValentinaRoutes.CreateCampaign).Fails(503).Times(2).ThenSucceeds();

        await client.ActingAs(_fake.AdminId).Campaigns.CreateAsync(new CampaignCreate { Name = "The Long Night" });

        var keys = _fake.Calls.Select(call => call.Headers["Idempotency-Key"]).ToList();
        keys.Should().HaveCount(3).And.OnlyContain(key => key == keys[0]);
    }

    [Fact]
    [Trait("Promise", "A09")]
    [Trait("Promise", "A23")]
    public async Task Every_call_is_logged_through_the_standard_interface()
    {
        using var loggers = new ListLoggerFactory();
        using var client = _fake.CreateClient(loggerFactory: loggers);

        await client.System.HealthAsync();

        loggers.Entries.Should().Contain(entry => entry.Level == LogLevel.Debug);
    }

    [Fact]
    [Trait("Promise", "A11")]
    [Trait("Promise", "A14")]
    public void Url_and_key_come_from_the_environment_and_are_demanded()
        => FluentActions.Invoking(() => new ValentinaOptions { BaseUrl = "https://valentina.example" }.Resolve(_ => null))
            .Should().Throw<ArgumentException>().WithMessage("*VALENTINA_CLIENT_API_KEY*");

    [Fact]
    [Trait("Promise", "A17")]
    public async Task Companies_have_names()
    {
        using var client = _fake.CreateClient();

        foreach (var company in await client.Companies.ListAllAsync())
        {
            company.Name.Should().NotBeEmpty();
        }
    }

    [Fact]
    [Trait("Promise", "A18")]
    [Trait("Promise", "A19")]
    [Trait("Promise", "A20")]
    public async Task A_roll_counts_its_successes()
    {
        using var client = _fake.CreateClient();
        var acting = client.ActingAs(_fake.AdminId);
        var campaign = await acting.Campaigns.CreateAsync(new CampaignCreate { Name = "The Long Night" });
        var character = await acting.Characters.CreateAsync(new CharacterCreate
        {
            CampaignId = campaign.Id,
            NameFirst = "Theo",
            NameLast = "Marrow",
            CharacterClass = CharacterClass.Mortal,
            GameVersion = GameVersion.V5,
        });

        var roll = await acting.DiceRolls.CreateAsync(new DiceRollCreate
        {
            DiceSize = DiceSize.D10,
            NumDice = 5,
            Difficulty = 6,
            CharacterId = character.Id,
            CampaignId = campaign.Id,
        });

        roll.Successes.Should().BeInRange(0, 10);
    }

    [Fact]
    [Trait("Promise", "A24")]
    [Trait("Promise", "A25")]
    public async Task A_company_is_named_or_the_default_and_some_services_need_none()
    {
        using var client = _fake.CreateClient(options => options.DefaultCompanyId = _fake.CompanyId);

        (await client.Users.ListAllAsync()).Should().HaveSameCount(await client.ForCompany(_fake.CompanyId).Users.ListAllAsync());
        (await client.Developer.GetMeAsync()).Username.Should().NotBeEmpty();
        (await client.UserLookup.ByEmailAsync("nobody@example.com")).Should().BeEmpty();
    }

    [Fact]
    [Trait("Promise", "A26")]
    [Trait("Promise", "A27")]
    public async Task Things_are_made_read_changed_and_deleted_as_typed_models()
    {
        using var client = _fake.CreateClient();
        var campaigns = client.ActingAs(_fake.AdminId).Campaigns;

        var made = await campaigns.CreateAsync(new CampaignCreate { Name = "The Long Night" });
        var changed = await campaigns.UpdateAsync(made.Id, new CampaignPatch { Danger = 4 });
        await campaigns.DeleteAsync(made.Id);

        changed.Danger.Should().Be(4);
        await campaigns.Invoking(c => c.GetAsync(made.Id)).Should().ThrowAsync<NotFoundException>();
    }
}

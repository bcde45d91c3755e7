using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>What was wrong with the reference client's fake (D70 to D81 of its inventory) is not wrong here.</summary>
public sealed class DefectTests
{
    private readonly FakeValentina _fake = new();

    [Fact]
    [Trait("Defect", "D70")]
    public async Task Every_route_constant_is_the_operation_that_the_client_calls()
    {
        using var client = _fake.CreateClient();
        var term = await client.Dictionary.CreateAsync(new DictionaryTermCreate { Term = "Blood Bond", Definition = "A tie." });
        (await client.Dictionary.UpdateAsync(term.Id, new DictionaryTermPatch { Definition = "A strong tie." })).Definition
            .Should().Be("A strong tie.");

        _fake.On(ValentinaRoutes.UpdateDictionaryTerm).Fails(409);
        await client.Invoking(c => c.Dictionary.UpdateAsync(term.Id, new DictionaryTermPatch())).Should().ThrowAsync<ConflictException>();

        ValentinaRoutes.All.Select(route => (route.OperationId, route.Method, route.Path)).Should()
            .BeEquivalentTo(_fake.Contract.Operations.Select(operation => (operation.Id, operation.Method, operation.Path)));
    }

    [Fact]
    [Trait("Defect", "D71")]
    public async Task The_latest_script_wins_and_all_can_be_forgotten()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.CheckSystemHealth).Fails(400);
        _fake.On(ValentinaRoutes.CheckSystemHealth).Fails(409);
        await client.Invoking(c => c.System.HealthAsync()).Should().ThrowAsync<ConflictException>();

        _fake.ResetScripts();

        (await client.System.HealthAsync()).DatabaseStatus.Should().Be(ServiceStatus.Online);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(304)]
    [InlineData(600)]
    public void A_failure_has_the_status_of_one(int status)
        => _fake.Invoking(fake => fake.On(ValentinaRoutes.ListCampaigns).Fails(status))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("status");

    [Fact]
    public void A_model_that_fails_does_not_ask_to_wait_until_before()
        => new FakeClaudeCode().OnPrompt()
            .Invoking(reply => reply.Fails(FakeModelFault.RateLimited, retryAfter: TimeSpan.FromSeconds(-1)))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("retryAfter");

    [Fact]
    public async Task An_answer_that_no_contract_knows_is_refused_with_the_way_to_send_it()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.GetCharacter).Responds(Fake.Character(made => made.CharacterClass = "DRAGON"));

        await client.ActingAs(_fake.AdminId).Characters.Invoking(characters => characters.GetAsync(Guid.NewGuid()))
            .Should().ThrowAsync<FakeContractException>().WithMessage("*RespondsText sends what no contract allows*DRAGON*");
    }

    [Fact]
    [Trait("Defect", "D72")]
    public async Task The_most_specific_script_wins_and_an_unknown_parameter_is_an_error()
    {
        using var client = _fake.CreateClient();
        var special = Guid.NewGuid();
        _fake.On(ValentinaRoutes.GetCampaign).WithPath("campaign_id", special).Fails(409);
        _fake.On(ValentinaRoutes.GetCampaign).Fails(404);

        await client.Invoking(c => c.Campaigns.GetAsync(special)).Should().ThrowAsync<ConflictException>("the later script says less");
        await client.Invoking(c => c.Campaigns.GetAsync(Guid.NewGuid())).Should().ThrowAsync<NotFoundException>();
        _fake.Invoking(fake => fake.On(ValentinaRoutes.GetCampaign).WithPath("campain_id", special))
            .Should().Throw<ArgumentException>().WithMessage("*campain_id*");
        _fake.Invoking(fake => fake.On(ValentinaRoutes.ListCampaigns).WithQuery("page", 1))
            .Should().Throw<ArgumentException>().WithMessage("*page*");
    }

    [Fact]
    [Trait("Defect", "D73")]
    public async Task A_scripted_error_has_everything_a_real_one_has()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.ListCampaigns).Fails(400, problem =>
        {
            problem.Title = "Very Bad";
            problem.Detail = "Twice wrong";
            problem.Instance = "http://somewhere/else";
            problem.RequestId = "req_given";
            problem.Field("limit", "too large").Field("offset", "too small").Header("X-Extra", "1");
        });

        var bad = (await client.Invoking(c => c.Campaigns.GetPageAsync()).Should().ThrowAsync<BadRequestException>()).Which;

        bad.Title.Should().Be("Very Bad");
        bad.Detail.Should().Be("Twice wrong");
        bad.Instance.Should().Be("http://somewhere/else");
        bad.RequestId.Should().Be("req_given");
        bad.InvalidParameters.Select(parameter => (parameter.Field, parameter.Message))
            .Should().Equal(("limit", "too large"), ("offset", "too small"));

        using var http = new FakeHttp(_fake);
        (await http.SendAsync("GET", $"{http.CompanyPath}/campaigns")).Header("Content-Type").Should().Be("application/problem+json");
        (await http.SendAsync("GET", $"{http.CompanyPath}/campaigns")).Header("X-Extra").Should().Be("1");

        _fake.On(ValentinaRoutes.ListCampaigns).Fails(429, problem => problem.RetryAfter = TimeSpan.FromSeconds(1.92));
        using var impatient = _fake.CreateClient(options => options.MaxRetries = 0);
        var limited = (await impatient.Invoking(c => c.Campaigns.GetPageAsync()).Should().ThrowAsync<RateLimitedException>()).Which;
        limited.RetryAfter.Should().Be(TimeSpan.FromSeconds(1.92));
    }

    [Fact]
    [Trait("Defect", "D74")]
    public async Task Retries_take_no_time()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.CheckSystemHealth).Fails(503);

        await client.Invoking(c => c.System.HealthAsync()).Should().ThrowAsync<ServerErrorException>();

        _fake.Verify(ValentinaRoutes.CheckSystemHealth, times: 4);
        (_fake.Clock.GetUtcNow() - new FakeClock().GetUtcNow()).Should().BeGreaterThan(
            TimeSpan.FromSeconds(5), "seven seconds, give or take, passed on the fake's clock, which only waiting moves");
    }

    [Fact]
    [Trait("Defect", "D75")]
    public async Task Calls_are_recorded_counted_sequenced_answered_by_functions_and_matched_by_anything()
    {
        using var client = _fake.CreateClient();
        var acting = client.ActingAs(_fake.AdminId);
        _fake.On(ValentinaRoutes.CreateCampaign).WithBody(body => body["name"]!.GetValue<string>() == "Forbidden").Fails(403);
        _fake.On(ValentinaRoutes.ListCampaigns).WithQuery("limit", 7).Fails(409);
        _fake.On(ValentinaRoutes.GetCompany).WithHeader("X-Mood", "bad").Fails(410);
        _fake.On(ValentinaRoutes.GetCampaign)
            .RespondsWith(call => Testing.Fake.Campaign(campaign => campaign.Name = $"You asked for {call.PathValues["campaign_id"][..4]}"))
            .Times(2)
            .Fails(404).Times(1)
            .ThenSucceeds();

        await acting.Invoking(a => a.Campaigns.CreateAsync(new CampaignCreate { Name = "Forbidden" }))
            .Should().ThrowAsync<PermissionDeniedException>();
        var real = await acting.Campaigns.CreateAsync(new CampaignCreate { Name = "Allowed" });
        await client.Invoking(c => c.Campaigns.GetPageAsync(limit: 7)).Should().ThrowAsync<ConflictException>();
        (await client.Campaigns.GetPageAsync(limit: 8)).Items.Should().ContainSingle();
        await client.Invoking(c => c.Companies.GetAsync(_fake.CompanyId, new RequestOptions { Headers = { ["X-Mood"] = "bad" } }))
            .Should().ThrowAsync<ApiException>();
        (await client.Campaigns.GetAsync(real.Id)).Name.Should().StartWith("You asked for " + real.Id.ToString()[..4]);
        (await client.Campaigns.GetAsync(real.Id)).Name.Should().StartWith("You asked for ");
        await client.Invoking(c => c.Campaigns.GetAsync(real.Id)).Should().ThrowAsync<NotFoundException>();
        (await client.Campaigns.GetAsync(real.Id)).Name.Should().Be("Allowed");

        _fake.Verify(ValentinaRoutes.CreateCampaign, times: 2);
        _fake.Verify(ValentinaRoutes.CreateCampaign, where: call => call.BodyAs<CampaignCreate>().Name == "Allowed");
        _fake.Verify(ValentinaRoutes.ListCampaigns, CallCount.AtLeast(1), call => call.QueryValue("limit") == "8");
        _fake.Verify(ValentinaRoutes.DeleteCampaign, CallCount.Never);
        _fake.Invoking(fake => fake.VerifyNoOtherCalls()).Should().Throw<FakeVerificationException>().WithMessage("*getCampaign*");
        _fake.Verify(ValentinaRoutes.GetCampaign, times: 4);
        _fake.Verify(ValentinaRoutes.GetCompany);
        _fake.Verify(ValentinaRoutes.ListCampaigns, times: 2);
        _fake.VerifyNoOtherCalls();
    }

    [Fact]
    [Trait("Defect", "D76")]
    public async Task Headers_and_deadlines_of_the_client_are_the_real_ones()
    {
        using var client = _fake.CreateClient(options =>
        {
            options.Headers["X-Bot"] = "night";
            options.Timeout = TimeSpan.FromSeconds(5);
            options.MaxRetries = 0;
        });
        await client.System.HealthAsync();

        var headers = _fake.Calls[0].Headers;
        headers["X-Bot"].Should().Be("night");
        headers["User-Agent"].Should().StartWith("valentina-dotnet/");
        headers["X-API-KEY"].Should().Be("***", "credentials are not kept");

        _fake.On(ValentinaRoutes.CheckSystemHealth).Takes(TimeSpan.FromSeconds(6));
        await client.Invoking(c => c.System.HealthAsync()).Should().ThrowAsync<RequestTimeoutException>();
    }

    [Fact]
    [Trait("Defect", "D77")]
    public async Task Scripted_lists_are_paged_as_asked()
    {
        using var client = _fake.CreateClient();
        var campaigns = Enumerable.Range(0, 25).Select(number => Testing.Fake.Campaign(campaign => campaign.Name = $"Campaign {number}"))
            .ToArray();
        _fake.On(ValentinaRoutes.ListCampaigns).RespondsItems(campaigns);

        var page = await client.Campaigns.GetPageAsync(limit: 10, offset: 20);

        page.Items.Select(campaign => campaign.Name)
            .Should().Equal("Campaign 20", "Campaign 21", "Campaign 22", "Campaign 23", "Campaign 24");
        (page.Limit, page.Offset, page.Total).Should().Be((10, 20, 25));
        (await client.Campaigns.ListAllAsync(new PagingOptions { PageSize = 4 })).Should().HaveCount(25);
    }

    [Fact]
    [Trait("Defect", "D78")]
    public async Task An_answer_that_does_not_suit_its_route_is_an_error_at_once()
    {
        _fake.Invoking(fake => fake.On(ValentinaRoutes.DeleteCampaign).Responds(new { id = 1 }))
            .Should().Throw<ArgumentException>().WithMessage("*without content*");
        _fake.Invoking(fake => fake.On(ValentinaRoutes.GlobalAdminDownloadServerLogs).Responds(new { id = 1 }))
            .Should().Throw<ArgumentException>().WithMessage("*bytes*");
        _fake.Invoking(fake => fake.On(ValentinaRoutes.GetCampaign).Responds())
            .Should().Throw<ArgumentException>().WithMessage("*CampaignResponse*");
        _fake.Invoking(fake => fake.On(ValentinaRoutes.GetCampaign).RespondsItems())
            .Should().Throw<ArgumentException>().WithMessage("*no list*");

        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.GetCampaign).Responds(new { name = "half" });
        (await client.Invoking(c => c.Campaigns.GetAsync(Guid.NewGuid())).Should().ThrowAsync<FakeContractException>())
            .Which.Violations.Should().Contain(violation => violation.Rule == "required");

        _fake.On(ValentinaRoutes.GlobalAdminDownloadServerLogs).RespondsBytes([1, 2, 3], "application/zip", "logs.zip");
        await using var archive = await client.GlobalAdmin.DownloadLogsAsync();
        archive.FileName.Should().Be("logs.zip");
    }

    [Fact]
    [Trait("Defect", "D79")]
    public async Task Creating_answers_201_ids_are_uuids_and_optional_members_vary()
    {
        using var http = new FakeHttp(_fake);
        var created = await http.SendAsync("POST", $"{http.CompanyPath}/campaigns", new { name = "Ashes" }, _fake.AdminId);

        created.Status.Should().Be((int)HttpStatusCode.Created);
        Guid.TryParseExact(created.Id, "D", out _).Should().BeTrue();
        Enumerable.Range(0, 20).Select(_ => Testing.Fake.Campaign().Description).Distinct()
            .Should().HaveCountGreaterThan(2).And.Contain((string?)null);
    }

    [Fact]
    [Trait("Defect", "D80")]
    public void Every_model_has_a_factory()
    {
        var models = typeof(Campaign).Assembly.GetTypes().Where(type => type is
        {
            IsPublic: true,
            IsClass: true, Namespace: "Valentina.Models"
        } && type.GetConstructor(Type.EmptyTypes) is not null).ToList();
        var factories = typeof(Testing.Fake)
            .GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType.Namespace == "Valentina.Models")
            .ToDictionary(method => method.Name);

        models.Select(model => model.Name).Should().Contain([
            "Specialty", "CompanySettings", "CompanyAccess", "DiscordProfile", "GiftAttributes", "HunterAttributes", "MageAttributes",
            "NameDescription", "TraitPower", "VampireAttributes", "WerewolfAttributes"
        ]);
        factories.Keys.Should().BeEquivalentTo(models.Select(model => model.Name));
        factories.Values.Should().AllSatisfy(factory => factory.Invoke(null, [null]).Should().NotBeNull(factory.Name));
    }

    [Fact]
    [Trait("Defect", "D81")]
    public async Task Address_and_key_can_be_chosen_and_nothing_but_the_sdk_is_needed()
    {
        var fake = new FakeValentina(new FakeValentinaOptions { ApiKey = "chosen" });
        using var client = fake.CreateClient(options => options.BaseUrl = "https://game.example.com");
        await client.System.HealthAsync();
        fake.Calls[0].Status.Should().Be(200);

        typeof(FakeValentina).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                && !name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal))
            .Should().BeSubsetOf(["Valentina.Client", "Newtonsoft.Json", "netstandard"]);
    }
}

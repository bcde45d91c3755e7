using System.Text.Json.Nodes;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>What the reference client's fake could do (T01 to T23 of its inventory) can be done here.</summary>
public sealed class ParityTests
{
    private readonly FakeValentina _fake = new();

    [Fact]
    [Trait("Promise", "T01")]
    public async Task A_client_over_the_fake_takes_every_option()
    {
        using var client = _fake.CreateClient(options =>
        {
            options.MaxRetries = 1;
            options.AutoRetryRateLimit = false;
        });
        _fake.On(ValentinaRoutes.CheckSystemHealth).Fails(503);

        await client.Invoking(c => c.System.HealthAsync()).Should().ThrowAsync<ServerErrorException>();

        _fake.Verify(ValentinaRoutes.CheckSystemHealth, times: 2);
        (await client.Companies.GetAsync(_fake.CompanyId)).Id.Should().Be(_fake.CompanyId);
    }

    [Fact]
    [Trait("Promise", "T02")]
    public void The_same_client_is_synchronous_too()
    {
        using var client = _fake.CreateClient();
        client.System.Health().DatabaseStatus.Should().Be(ServiceStatus.Online);
        client.Companies.GetPage().Items.Should().ContainSingle();
    }

    [Fact]
    [Trait("Promise", "T03")]
    public void The_fake_is_a_package_of_its_own()
        => typeof(FakeValentina).Assembly.GetName()
            .Name.Should().Be("Valentina.Client.Testing").And.NotBe(typeof(ValentinaClient).Assembly.GetName().Name);

    [Fact]
    [Trait("Promise", "T04")]
    public void The_fakes_client_becomes_the_default_only_when_asked()
    {
        var options = new List<ValentinaOptions>();
        using var client = _fake.CreateClient(options.Add);

        options.Single().SetAsDefault.Should().BeFalse("tests run side by side");
    }

    [Fact]
    [Trait("Promise", "T05")]
    public async Task The_real_services_run_unchanged()
    {
        using var client = _fake.CreateClient();
        client.GetType().Should().Be<ValentinaClient>();
        (await client.Campaigns.GetPageAsync()).Should().BeOfType<Page<Campaign>>();
    }

    [Fact]
    [Trait("Promise", "T06")]
    public async Task Without_scripts_every_read_answers_from_the_state()
    {
        using var client = _fake.CreateClient();
        var page = await client.Users.GetPageAsync();
        (page.Limit, page.Offset, page.Total).Should().Be((10, 0, 3));
        (await client.CharacterBlueprint.GetTraitsPageAsync()).Total.Should().BeGreaterThan(10);
    }

    [Fact]
    [Trait("Promise", "T07")]
    public async Task Every_kind_of_answer_is_given_as_the_contract_says()
    {
        using var scenario = await Scenario.CreateAsync();
        var answers = new Dictionary<string, int>();
        foreach (var operation in scenario.Fake.Contract.Operations)
        {
            var style = operation.SuccessBody is not { } body ? "no content" : !body.IsJson ? "bytes"
                : body.Schema!.Core.Member("total") is not null
                ? "page"
                : body.Schema.Core.Types == Testing.Contract.JsonTypes.Array
                ? "list"
                : "single";
            answers[style] = answers.GetValueOrDefault(style) + 1;
        }

        answers.Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["page"] = 34, ["single"] = 105, ["no content"] = 23, ["list"] = 3, ["bytes"] = 1
        });
    }

    [Fact]
    [Trait("Promise", "T08")]
    public void A_route_says_what_it_is()
    {
        ValentinaRoutes.GetCampaign.Method.Should().Be("GET");
        ValentinaRoutes.GetCampaign.Path.Should().Be("/api/v1/companies/{company_id}/campaigns/{campaign_id}");
        ValentinaRoutes.GetCampaign.OperationId.Should().Be("getCampaign");
        ValentinaRoutes.GetCampaign.Should().Be(new FakeRoute("getCampaign", "GET", "/elsewhere"), "the operation is what counts");
    }

    [Fact]
    [Trait("Promise", "T09")]
    public void There_is_a_constant_for_each_operation()
    {
        ValentinaRoutes.All.Should().HaveCount(166);
        ValentinaRoutes.All.GroupBy(route => route.Method).ToDictionary(group => group.Key, group => group.Count())
            .Should().BeEquivalentTo(new Dictionary<string, int>
            {
                ["GET"] = 81, ["POST"] = 40, ["DELETE"] = 24, ["PATCH"] = 17, ["PUT"] = 4
            });
        typeof(ValentinaRoutes).GetProperties().Where(property => property.PropertyType == typeof(FakeRoute)).Should().HaveCount(166);
    }

    [Fact]
    [Trait("Promise", "T10")]
    public async Task A_paged_list_can_be_scripted()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.ListUsers).RespondsItems(Testing.Fake.User(), Testing.Fake.User());
        (await client.Users.GetPageAsync()).Total.Should().Be(2);

        _fake.On(ValentinaRoutes.ListUsers).RespondsItems();
        (await client.Users.GetPageAsync()).Items.Should().BeEmpty();
    }

    [Fact]
    [Trait("Promise", "T11")]
    public async Task A_plain_list_can_be_scripted()
    {
        using var client = _fake.CreateClient();
        var found = Testing.Fake.UserLookupResult();
        _fake.On(ValentinaRoutes.LookupUser).RespondsItems(found);

        (await client.UserLookup.ByEmailAsync("a@b.cd")).Should().ContainSingle().Which.UserId.Should().Be(found.UserId);
    }

    [Fact]
    [Trait("Promise", "T12")]
    public async Task An_answer_without_content_can_be_scripted()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.DeleteCampaign).Responds();
        await client.ActingAs(_fake.AdminId).Campaigns.DeleteAsync(Guid.NewGuid());
        _fake.Calls.Should().ContainSingle().Which.Status.Should().Be(204);
    }

    [Fact]
    [Trait("Promise", "T13")]
    public async Task A_single_answer_can_be_scripted()
    {
        using var client = _fake.CreateClient();
        var campaign = Testing.Fake.Campaign();
        _fake.On(ValentinaRoutes.GetCampaign).Responds(campaign);
        (await client.Campaigns.GetAsync(Guid.NewGuid())).Id.Should().Be(campaign.Id);
    }

    [Fact]
    [Trait("Promise", "T14")]
    public async Task Models_nodes_and_plain_objects_may_be_mixed()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.LookupUser).RespondsItems(
            Testing.Fake.UserLookupResult(),
            new { company_id = Guid.NewGuid(), company_name = "Plain", user_id = Guid.NewGuid(), role = "PLAYER" },
            new JsonObject
            {
                ["company_id"] = Guid.NewGuid().ToString(), ["company_name"] = "Node", ["user_id"] = Guid.NewGuid().ToString(),
                ["role"] = "ADMIN"
            });

        (await client.UserLookup.ByEmailAsync("a@b.cd")).Select(found => found.CompanyName).Skip(1).Should().Equal("Plain", "Node");
    }

    [Fact]
    [Trait("Promise", "T15")]
    public async Task An_error_can_be_scripted()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.GetCampaign).Fails(409, problem => problem.Code = "LAST_IDENTITY");
        var error = (await client.Invoking(c => c.Campaigns.GetAsync(Guid.NewGuid())).Should().ThrowAsync<ConflictException>()).Which;
        error.Code.Should().Be("LAST_IDENTITY");
        error.RequestId.Should().StartWith("req_");
    }

    [Fact]
    [Trait("Promise", "T16")]
    public async Task A_script_can_be_for_one_path_value()
    {
        using var client = _fake.CreateClient();
        var id = Guid.NewGuid();
        _fake.On(ValentinaRoutes.GetCampaign).WithPath("company_id", _fake.CompanyId).WithPath("campaign_id", id)
            .Responds(Testing.Fake.Campaign(campaign => campaign.Name = "The one"));

        (await client.Campaigns.GetAsync(id)).Name.Should().Be("The one");
        await client.Invoking(c => c.Campaigns.GetAsync(Guid.NewGuid()))
            .Should().ThrowAsync<NotFoundException>("the state answers everyone else");
    }

    [Fact]
    [Trait("Promise", "T17")]
    public async Task More_conditions_go_before_fewer_and_scripts_before_the_state()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.ListCampaigns).WithQuery("limit", 5).WithQuery("offset", 10).Fails(409);
        _fake.On(ValentinaRoutes.ListCampaigns).WithQuery("limit", 5).Fails(404);

        await client.Invoking(c => c.Campaigns.GetPageAsync(5, 10)).Should().ThrowAsync<ConflictException>();
        await client.Invoking(c => c.Campaigns.GetPageAsync(5)).Should().ThrowAsync<NotFoundException>();
        (await client.Campaigns.GetPageAsync()).Items.Should().BeEmpty();
    }

    [Fact]
    [Trait("Promise", "T18")]
    public async Task Any_text_and_status_can_be_sent()
    {
        using var http = new FakeHttp(_fake);
        _fake.On(ValentinaRoutes.CheckSystemHealth).RespondsText("teapot", 418, "text/plain");

        var answer = await http.SendAsync("GET", "/api/v1/health");

        (answer.Status, System.Text.Encoding.UTF8.GetString(answer.Bytes), answer.Header("Content-Type"))
            .Should().Be((418, "teapot", "text/plain"));
    }

    [Fact]
    [Trait("Promise", "T19")]
    public async Task An_unknown_route_is_thrown_with_the_nearest_or_refused()
    {
        using var http = new FakeHttp(_fake);
        var thrown = (await http.Invoking(h => h.SendAsync("GET", $"{h.CompanyPath}/campains"))
            .Should().ThrowAsync<FakeContractException>()).Which;
        thrown.NearestRoutes[0].Should().Contain("listCampaigns");
        thrown.Message.Should().Contain("campains").And.Contain("/api/v1/companies/{company_id}/campaigns");

        using var lenient = new FakeHttp(new FakeValentina(new FakeValentinaOptions { Strict = false }));
        (await lenient.SendAsync("GET", "/api/v1/campains")).Status.Should().Be(404);
    }

    [Fact]
    [Trait("Promise", "T20")]
    public async Task Answers_have_a_request_id()
    {
        using var client = _fake.CreateClient();
        var infos = new List<ResponseInfo>();
        await client.System.HealthAsync(new RequestOptions { OnResponse = infos.Add });
        infos.Single().RequestId.Should().MatchRegex("^req_[A-Za-z0-9_-]{22}$");
    }

    [Fact]
    [Trait("Promise", "T21")]
    public async Task Answers_can_take_time_without_taking_time()
    {
        using var client = _fake.CreateClient();
        _fake.On(ValentinaRoutes.CheckSystemHealth).Takes(TimeSpan.FromSeconds(20));
        var before = _fake.Clock.GetUtcNow();

        await client.System.HealthAsync();

        (_fake.Clock.GetUtcNow() - before).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
    }

    [Fact]
    [Trait("Promise", "T22")]
    public void Factories_take_changes_and_make_many()
    {
        Testing.Fake.User(user => user.Role = UserRole.Storyteller).Role.Should().Be(UserRole.Storyteller);
        Enumerable.Range(0, 50).Select(_ => Testing.Fake.User().Id).Should().OnlyHaveUniqueItems();
        Testing.Fake.Seeded(5).Character().Should().BeEquivalentTo(Testing.Fake.Seeded(5).Character());
        Testing.Fake.Seeded(5).Character().Id.Should().NotBe(Testing.Fake.Seeded(6).Character().Id);

        var page = Page.Of([Testing.Fake.Campaign(), Testing.Fake.Campaign()], total: 12, offset: 10);
        (page.HasMore, page.Total, page.CurrentPage).Should().Be((false, 12, 2));
    }

    [Fact]
    [Trait("Promise", "T23")]
    public async Task Scripts_never_shadow_a_later_one_silently()
    {
        using var client = _fake.CreateClient();
        for (var status = 404; status <= 409; status += 5)
        {
            _fake.On(ValentinaRoutes.CheckSystemHealth).Fails(status);
            (await client.Invoking(c => c.System.HealthAsync()).Should().ThrowAsync<ApiException>()).Which.StatusCode
                .Should().Be((System.Net.HttpStatusCode)status);
        }
    }
}

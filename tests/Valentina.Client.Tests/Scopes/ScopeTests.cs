using System.Net;
using Valentina.Client.Tests.Connection;
using Valentina.Models;
using Valentina.Services;

namespace Valentina.Client.Tests.Scopes;

/// <summary>Which company is meant and in whose name a call is made.</summary>
public class ScopeTests
{
    private static readonly Guid Company = Guid.Parse("019c0000-0000-7000-8000-000000000001");
    private static readonly Guid OtherCompany = Guid.Parse("019c0000-0000-7000-8000-000000000002");
    private static readonly Guid User = Guid.Parse("019c0000-0000-7000-8000-000000000003");
    private static readonly Guid Id = Guid.Parse("019c0000-0000-7000-8000-000000000004");

    private readonly StubHandler _server = StubHandler.Always(() => StubHandler.Json(HttpStatusCode.OK, "{}"));

    [Fact]
    public async Task The_client_itself_stands_for_the_default_company()
    {
        await Client(Company).Campaigns.GetAsync(Id);

        _server.Sent.Single().Url.AbsolutePath.Should().Be($"/api/v1/companies/{Company}/campaigns/{Id}");
    }

    [Fact]
    public async Task Another_company_is_one_word_away()
    {
        await Client(Company).ForCompany(OtherCompany).Campaigns.GetAsync(Id);

        _server.Sent.Single().Url.AbsolutePath.Should().Be($"/api/v1/companies/{OtherCompany}/campaigns/{Id}");
    }

    [Fact]
    public async Task Acting_as_a_user_sends_the_header_where_the_server_reads_it()
    {
        var acting = Client(Company).ActingAs(User);

        await acting.Users.GetAsync(Id);
        await acting.Dictionary.GetAsync(Id);

        _server.Sent[0].Header("On-Behalf-Of").Should().Be(User.ToString());
        _server.Sent[1].Header("On-Behalf-Of").Should().BeNull("the dictionary does not look at it");
    }

    [Fact]
    public void Scopes_know_what_they_stand_for()
    {
        var client = Client(null);
        var acting = client.ForCompany(Company).ActingAs(User);

        (acting.CompanyId, acting.ActingUserId).Should().Be((Company, User));
        (client.CompanyId, client.ActingUserId).Should().Be((null, null));
        (acting.Campaign(Id).CampaignId, acting.Campaign(Id).Book(User).BookId, acting.Character(Id).CharacterId)
            .Should().Be((Id, User, Id));
    }

    [Fact]
    public async Task A_missing_company_is_refused_before_sending_with_the_remedy()
    {
        var call = () => Client(null).Campaigns.GetPageAsync();

        (await call.Should().ThrowAsync<RequestValidationException>()).Which.Message
            .Should().Contain("listCampaigns").And.Contain("company_id").And.Contain("ForCompany").And.Contain("DefaultCompanyId");
        FluentActions.Invoking(() => Client(null).Campaigns.GetPage()).Should().Throw<RequestValidationException>();
        _server.Sent.Should().BeEmpty();
    }

    [Fact]
    [Trait("Defect", "D58")]
    public async Task The_acting_user_is_needed_only_where_the_server_needs_it()
    {
        var company = Client(Company);

        await company.Campaigns.GetPageAsync();
        var create = () => company.Campaigns.CreateAsync(new CampaignCreate { Name = "Night" });

        (await create.Should().ThrowAsync<RequestValidationException>()).Which.Message
            .Should().Contain("On-Behalf-Of").And.Contain("ActingAs");
        _server.Sent.Should().ContainSingle("the second call is refused before it is sent");
    }

    [Fact]
    [Trait("Defect", "D59")]
    public void An_empty_id_is_refused_where_the_scope_is_made()
    {
        var client = Client(Company);

        FluentActions.Invoking(() => client.ActingAs(Guid.Empty)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => client.ForCompany(Guid.Empty)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => client.Campaign(Guid.Empty)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => client.Campaign(Id).Book(Guid.Empty)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => client.Character(Guid.Empty)).Should().Throw<ArgumentException>();
    }

    [Fact]
    [Trait("Defect", "D60")]
    public async Task Ids_of_nested_scopes_cannot_change_places()
    {
        await Client(Company).ActingAs(User).Campaign(Id).Book(OtherCompany).Chapters.GetAsync(Company);

        _server.Sent.Single()
            .Url.AbsolutePath.Should().Be($"/api/v1/companies/{Company}/campaigns/{Id}/books/{OtherCompany}/chapters/{Company}");
        typeof(CompanyScope).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.ReturnType == typeof(CampaignScope)
                || method.ReturnType == typeof(BookScope)
                || method.ReturnType == typeof(CharacterScope))
            .Should().OnlyContain(method => method.GetParameters().Length == 1, "one id at a time");
    }

    [Fact]
    public async Task Raw_clients_share_the_scope()
    {
        await Client(Company).ActingAs(User).Raw.Campaigns.DeleteCampaignAsync(Company, Id);

        _server.Sent.Single().Header("On-Behalf-Of").Should().Be(User.ToString());
    }

    [Fact]
    public async Task A_token_alone_is_enough()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var acting = Client(Company).ActingAs(User);

        await FluentActions.Awaiting(() => acting.Campaigns.GetAsync(Id, source.Token)).Should().ThrowAsync<OperationCanceledException>();
        await FluentActions.Awaiting(() => acting.Users.GetAsync(Id, source.Token)).Should().ThrowAsync<OperationCanceledException>();
        await FluentActions.Awaiting(() => acting.Campaigns.ListAllAsync(source.Token)).Should().ThrowAsync<OperationCanceledException>();
        FluentActions.Invoking(() => acting.Campaigns.Delete(Id, source.Token)).Should().Throw<OperationCanceledException>();
        _server.Sent.Should().BeEmpty();
    }

    [Fact]
    public async Task Services_can_be_replaced_in_tests()
    {
        var scope = new FakeScope();

        (await scope.Campaigns.GetAsync(Id)).Name.Should().Be("Fake");
        FluentActions.Invoking(() => scope.Campaigns.Get(Id)).Should().Throw<InvalidOperationException>().WithMessage("*test double*");
    }

    private ValentinaClient Client(Guid? company) => new(
        new ValentinaOptions { BaseUrl = "https://valentina.example", ApiKey = "key", DefaultCompanyId = company, SetAsDefault = false },
        _server);

    private sealed class FakeScope : CompanyScope
    {
        public override CampaignsService Campaigns { get; } = new FakeCampaigns();
    }

    private sealed class FakeCampaigns : CampaignsService
    {
        public override Task<Campaign> GetAsync(
            Guid campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
            => Task.FromResult(new Campaign { Id = campaignId, Name = "Fake" });
    }
}

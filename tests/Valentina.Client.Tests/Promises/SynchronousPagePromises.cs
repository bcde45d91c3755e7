using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Client.Tests.Promises;

/// <summary>
/// What the founding page of the synchronous client promises, each promise kept the .NET way. B02 (when to use which) is a page,
/// docs/sync-and-async.md; B08 (made from one source) is shown by the tests of the generator.
/// </summary>
[Collection(nameof(DefaultClientCollection))]
public class SynchronousPagePromises
{
    private readonly FakeValentina _fake = new();

    [Fact]
    [Trait("Promise", "B01")]
    [Trait("Promise", "B03")]
    [Trait("Promise", "B05")]
    [Trait("Promise", "B10")]
    public void The_same_client_options_models_and_exceptions_serve_without_await()
    {
        using var client = _fake.CreateClient(options => options.MaxRetries = 1);

        var companies = client.Companies.ListAll();

        companies.Should().NotBeEmpty();
        client.Invoking(c => c.Campaigns.Get(Guid.NewGuid())).Should().Throw<NotFoundException>();
    }

    [Fact]
    [Trait("Promise", "B04")]
    public void Url_key_and_company_come_from_the_same_variables()
    {
        var settings = new ValentinaOptions().Resolve(name => name switch
        {
            "VALENTINA_CLIENT_BASE_URL" => "https://valentina.example",
            "VALENTINA_CLIENT_API_KEY" => "from-the-environment",
            "VALENTINA_CLIENT_DEFAULT_COMPANY_ID" => "01a20162-68a9-761b-9438-e7c3c4072b6c",
            _ => null,
        });

        settings.BaseUrl.Host.Should().Be("valentina.example");
        settings.ApiKey.Should().Be("from-the-environment");
        settings.DefaultCompanyId.Should().Be(Guid.Parse("01a20162-68a9-761b-9438-e7c3c4072b6c"));
    }

    [Fact]
    [Trait("Promise", "B06")]
    [Trait("Promise", "B07")]
    [Trait("Promise", "B12")]
    public void Every_factory_serves_both_ways_from_any_module()
    {
        using var client = _fake.CreateClient(options => options.SetAsDefault = true);

        ValentinaServices.Companies().ListAll().Should().NotBeEmpty();
        ValentinaServices.Users(companyId: _fake.CompanyId).ListAll().Should().NotBeEmpty();
        ValentinaServices.Campaigns(actingAs: _fake.AdminId, companyId: _fake.CompanyId).ListAll().Should().BeEmpty();
        ValentinaServices.Dictionary(companyId: _fake.CompanyId).ListAll().Should().NotBeEmpty();
        ValentinaServices.CharacterBlueprint(companyId: _fake.CompanyId).ListAllSections().Should().NotBeEmpty();
        ValentinaServices.Options(companyId: _fake.CompanyId).Get().Should().NotBeNull();
    }

    [Fact]
    [Trait("Promise", "B09")]
    [Trait("Promise", "B11")]
    [Trait("Promise", "B13")]
    public void Lists_are_plain_loops_and_pages_know_where_they_are()
    {
        using var client = _fake.CreateClient(options => options.DefaultCompanyId = _fake.CompanyId);

        var page = client.Companies.GetPage(limit: 10, offset: 0);
        var names = new List<string>();
        foreach (var company in client.Companies.EnumerateAll())
        {
            company.Id.Should().NotBeEmpty();
            names.Add(company.Name);
        }

        page.CurrentPage.Should().Be(1);
        page.TotalPages.Should().Be(1);
        names.Should().HaveCount(page.Total);
    }
}

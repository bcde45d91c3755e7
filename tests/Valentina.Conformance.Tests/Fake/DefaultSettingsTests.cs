using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>The defaults that a program gives to its JSON library are its own matter: a fake neither writes nor reads by them.</summary>
public sealed class DefaultSettingsTests
{
    private static readonly AsyncLocal<bool> IsOdd = new();

    [Fact]
    public async Task A_fake_obeys_no_default_settings()
    {
        var before = JsonConvert.DefaultSettings;
        JsonConvert.DefaultSettings = () => IsOdd.Value
            ? new JsonSerializerSettings
            {
                ContractResolver = new CamelCasePropertyNamesContractResolver(),
                NullValueHandling = NullValueHandling.Include,
                TypeNameHandling = TypeNameHandling.All,
                DateFormatString = "yyyy",
            }
            : before?.Invoke() ?? new JsonSerializerSettings();
        IsOdd.Value = true;
        try
        {
            var fake = new FakeValentina();
            using var client = fake.CreateClient();
            fake.On(ValentinaRoutes.ListCampaigns).RespondsItems(Fake.Campaign(static campaign => campaign.Name = "Ashes"));

            var page = await client.Campaigns.GetPageAsync();
            await client.ActingAs(fake.StorytellerId).Campaigns.CreateAsync(new CampaignCreate { Name = "Second" });

            page.Items.Single().Name.Should().Be("Ashes");
            fake.Calls[^1].BodyAs<CampaignCreate>().Name.Should().Be("Second");
            fake.Calls[^1].Body!.ToJsonString().Should().Contain("\"name\":\"Second\"").And.NotContain("$type");
        }
        finally
        {
            IsOdd.Value = false;
            JsonConvert.DefaultSettings = before;
        }
    }
}

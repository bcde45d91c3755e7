using Valentina.ClaudeCode;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Client.Tests.Snippets;

/// <summary>What the blocks of the documents may use: clients of the fakes and the ids of things that exist there.</summary>
public sealed class SnippetContext : IAsyncDisposable
{
    private SnippetContext(ValentinaClient client, ClaudeCodeClient claude)
    {
        Client = client;
        Claude = claude;
    }

    public ValentinaClient Client { get; private set; }

    public ClaudeCodeClient Claude { get; }

    public Guid CompanyId { get; private set; }

    public Guid UserId { get; private set; }

    public Guid CampaignId { get; private set; }

    public Guid BookId { get; private set; }

    public Guid CharacterId { get; private set; }

    public static async Task<SnippetContext> CreateAsync()
    {
        var fake = new FakeValentina();
        var founder = fake.CreateClient();
        var founded = await founder.Companies.CreateAsync(new CompanyCreate { Name = "Night Court", Email = "storyteller@example.com" });
        var client = fake.CreateClient(options => options.DefaultCompanyId = founded.Company.Id);
        var acting = client.ActingAs(founded.AdminUser.Id);
        var campaign = await acting.Campaigns.CreateAsync(new CampaignCreate { Name = "The Long Night" });
        var book = await acting.Campaign(campaign.Id).Books.CreateAsync(new CampaignBookCreate { Name = "First Blood" });
        var character = await acting.Characters.CreateAsync(new CharacterCreate
        {
            CampaignId = campaign.Id,
            NameFirst = "Theo",
            NameLast = "Marrow",
            CharacterClass = CharacterClass.Mortal,
            GameVersion = GameVersion.V5,
        });
        return new SnippetContext(client, new FakeClaudeCode().CreateClient())
        {
            CompanyId = founded.Company.Id,
            UserId = founded.AdminUser.Id,
            CampaignId = campaign.Id,
            BookId = book.Id,
            CharacterId = character.Id,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Claude.DisposeAsync();
    }
}

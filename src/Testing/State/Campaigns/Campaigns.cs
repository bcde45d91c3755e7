namespace Valentina.Testing;

/// <summary>The campaigns of a company.</summary>
internal static class Campaigns
{
    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        registry.Views.Count(Kinds.Campaign, "num_books", Kinds.Book, "campaign_id");
        registry.Views.Count(Kinds.Campaign, "num_notes", Kinds.Note, "campaign_id");
        registry.Views.Compute(Kinds.Campaign, "num_chapters", (_, campaign) => world[Kinds.Book].Where("campaign_id", campaign.Id)
            .Sum(book => world[Kinds.Chapter].Count("book_id", book.Id)));
        Characters.CountByType(registry, Kinds.Campaign, "campaign_id");

        var resource = new Resource
        {
            Kind = Kinds.Campaign,
            Schema = "CampaignResponse",
            Rows = call => world[Kinds.Campaign].Where("company_id", call.Company.Id)
                .OrderBy(row => row.Text("name"), StringComparer.Ordinal),
            Creating = (call, data) => data["company_id"] = call.Company.Id,
        };
        registry.List("listCampaigns", resource);
        registry.Get("getCampaign", resource);
        registry.Create("createCampaign", resource);
        registry.Update("updateCampaign", resource);
        registry.Delete("deleteCampaign", resource);
    }
}

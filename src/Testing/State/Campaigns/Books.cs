using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The numbered books of a campaign, and the numbered chapters of a book.</summary>
internal static class Books
{
    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        foreach (var (kind, link) in new[] { (Kinds.Book, "book_id"), (Kinds.Chapter, "chapter_id") })
        {
            registry.Views.Count(kind, "num_notes", Kinds.Note, link);
            registry.Views.Count(kind, "num_assets", Kinds.Asset, link);
        }

        registry.Views.Count(Kinds.Book, "num_chapters", Kinds.Chapter, "book_id");
        registry.Views.Compute(Kinds.Book, "character_ids", (_, book) => new JsonArray([.. world[Kinds.Chapter].Where("book_id", book.Id)
            .SelectMany(chapter => chapter.Texts("character_ids"))
            .Distinct()
            .Select(id => JsonValue.Create(id))]));
        MapBooks(registry, new NumberedRows(world, Kinds.Book, "campaign_id", "books in the campaign"));
        MapChapters(registry, new NumberedRows(world, Kinds.Chapter, "book_id", "chapters in the book"));
    }

    private static void MapBooks(HandlerRegistry registry, NumberedRows rows)
    {
        var world = registry.World;
        var resource = new Resource
        {
            Kind = Kinds.Book,
            Schema = "CampaignBookResponse",
            DetailSchema = "CampaignBookDetailResponse",
            Rows = call => rows.Of(call.Campaign.Id),
            Includes =
            [
                ("chapters", "CampaignChapterResponse",
                    (_, book) => world[Kinds.Chapter].Where("book_id", book.Id).OrderBy(row => row.Number("number"))),
                ("notes", "NoteResponse", (_, book) => world[Kinds.Note].Where("book_id", book.Id)),
                ("assets", "S3AssetResponse", (_, book) => world[Kinds.Asset].Where("book_id", book.Id)),
            ],
            Creating = (call, data) => rows.Append(data, call.Campaign.Id),
            Deleted = (_, book) => rows.Close(book),
        };
        registry.List("listCampaignBooks", resource);
        registry.Get("getCampaignBook", resource);
        registry.Create("createCampaignBook", resource);
        registry.Update("updateCampaignBook", resource);
        registry.Delete("deleteCampaignBook", resource);
        registry.On("renumberCampaignBook", call => registry.Views.Write(rows.Move(call, call.Book), resource.Schema));
    }

    private static void MapChapters(HandlerRegistry registry, NumberedRows rows)
    {
        var world = registry.World;
        var resource = new Resource
        {
            Kind = Kinds.Chapter,
            Schema = "CampaignChapterResponse",
            DetailSchema = "CampaignChapterDetailResponse",
            Rows = call => rows.Of(call.Book.Id),
            Includes =
            [
                ("notes", "NoteResponse", (_, chapter) => world[Kinds.Note].Where("chapter_id", chapter.Id)),
                ("assets", "S3AssetResponse", (_, chapter) => world[Kinds.Asset].Where("chapter_id", chapter.Id)),
            ],
            Creating = (call, data) =>
            {
                RefuseForeign(world, call, data["character_ids"] as JsonArray);
                rows.Append(data, call.Book.Id);
            },
            Updating = (call, _, form) => RefuseForeign(world, call, form["character_ids"] as JsonArray),
            Deleted = (_, chapter) => rows.Close(chapter),
        };
        registry.List("listCampaignChapters", resource);
        registry.Get("getCampaignChapter", resource);
        registry.Create("createCampaignChapter", resource);
        registry.Update("updateCampaignChapter", resource);
        registry.Delete("deleteCampaignChapter", resource);
        registry.On("renumberCampaignChapter", call => registry.Views.Write(rows.Move(call, call.Chapter), resource.Schema));
    }

    private static void RefuseForeign(World world, EndpointContext call, JsonArray? characterIds)
    {
        var unknown = (characterIds ?? []).Select(id => Guid.Parse(id!.GetValue<string>()).ToString())
            .Distinct()
            .Where(id => world[Kinds.Character].Find(id) is not { } character || !character.Links("campaign_id", call.Campaign.Id))
            .ToList();
        if (unknown.Count > 0)
        {
            throw ProblemException.Fielded(
                "One or more character IDs are not valid for this campaign",
                ("character_ids", $"Characters not found in this campaign or archived: {string.Join(", ", unknown)}"));
        }
    }
}

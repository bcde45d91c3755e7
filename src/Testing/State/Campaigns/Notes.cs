namespace Valentina.Testing;

/// <summary>Notes on users, campaigns, books, chapters and characters: one thing with five parents.</summary>
internal static class Notes
{
    private static readonly (string Parent, string Operation)[] Parents =
    [
        (Kinds.User, "User"), (Kinds.Campaign, "Campaign"), (Kinds.Book, "Book"), (Kinds.Chapter, "Chapter"), (Kinds.Character, "Character"),
    ];

    public static void Map(Noir noir)
    {
        var world = noir.World;
        foreach (var (parent, operation) in Parents)
        {
            var link = parent + "_id";
            var resource = new Resource
            {
                Kind = Kinds.Note,
                Schema = "NoteResponse",
                Rows = call => world[Kinds.Note].Where(link, call.Parent(parent).Id),
                Creating = (call, data) =>
                {
                    data["company_id"] = call.Company.Id;
                    data[link] = call.Parent(parent).Id;
                },
            };
            noir.List($"list{operation}Notes", resource);
            noir.Get($"get{operation}Note", resource);
            noir.Create($"create{operation}Note", resource);
            noir.Update($"update{operation}Note", resource);
            noir.Delete($"delete{operation}Note", resource);
        }
    }
}

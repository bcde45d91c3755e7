namespace Valentina.Testing;

/// <summary>Notes on users, campaigns, books, chapters and characters: one thing with five parents.</summary>
internal static class Notes
{
    private static readonly (string Parent, string Operation)[] Parents =
    [
        (Kinds.User, "User"), (Kinds.Campaign, "Campaign"), (Kinds.Book, "Book"), (Kinds.Chapter, "Chapter"),
        (Kinds.Character, "Character"),
    ];

    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
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
            registry.List($"list{operation}Notes", resource);
            registry.Get($"get{operation}Note", resource);
            registry.Create($"create{operation}Note", resource);
            registry.Update($"update{operation}Note", resource);
            registry.Delete($"delete{operation}Note", resource);
        }
    }
}

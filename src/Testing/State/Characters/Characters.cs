using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The characters of a company.</summary>
internal static class Characters
{
    private static readonly (string Query, string Member)[] Filters = [
        ("character_class", "character_class"), ("character_type", "type"), ("status", "status")
    ];
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        [Kinds.Clan] = "vampire_clan", [Kinds.Tribe] = "werewolf_tribe", [Kinds.Auspice] = "werewolf_auspice",
        [Kinds.Concept] = "character_concept",
    };

    private static readonly string[] LinkFilters = ["campaign_id", "user_player_id", "user_creator_id"];

    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        var resource = new Resource
        {
            Kind = Kinds.Character,
            Schema = "CharacterResponse",
            DetailSchema = "CharacterDetailResponse",
            Rows = call => world[Kinds.Character].Where("company_id", call.Company.Id)
                .Where(character => character.Flag("is_temporary") == (call.QueryFlag("is_temporary") ?? false))
                .Where(character => call.IsStoryteller || character.Text("type") != "STORYTELLER")
                .Where(character => Matches(call, character))
                .OrderBy(character => character.Text("name_first"), StringComparer.Ordinal)
                .ThenBy(character => character.Text("name_last"), StringComparer.Ordinal),
            Includes =
            [
                ("traits", "CharacterTraitResponse", (_, character) => world[Kinds.CharacterTrait].Where("character_id", character.Id)),
                ("inventory", "InventoryItemResponse", (_, character) => world[Kinds.InventoryItem].Where("character_id", character.Id)),
                ("notes", "NoteResponse", (_, character) => world[Kinds.Note].Where("character_id", character.Id)),
                ("assets", "S3AssetResponse", (_, character) => world[Kinds.Asset].Where("character_id", character.Id)),
            ],
            Creating = (call, data) => NewCharacter.Complete(world, call, data),
            Created = (_, character) => NewCharacter.Finish(world, character),
            Updating = (call, character, form) => Check(world, call, character, form),
            Applying = (_, character, form) => Change(world, character, form),
            Deleted = (_, character) => LeaveChapters(world, character),
        };
        registry.List("listCharacters", resource);
        registry.Get("getCharacter", resource);
        registry.Create("createCharacter", resource);
        registry.Update("updateCharacter", resource);
        registry.Delete("deleteCharacter", resource);
    }

    /// <summary>The three counters of characters that companies and campaigns have.</summary>
    public static void CountByType(HandlerRegistry registry, string kind, string link)
    {
        foreach (var (member, type) in new[]
        {
            ("num_player_characters", "PLAYER"), ("num_storyteller_characters", "STORYTELLER"), ("num_npc_characters", "NPC")
        })
        {
            registry.Views.Compute(kind, member, (world, parent) => world[Kinds.Character].Where(link, parent.Id)
                .Count(character => character.Text("type") == type && !character.Flag("is_temporary")));
        }
    }

    /// <summary>The characters a user plays.</summary>
    public static IEnumerable<Entity> OfPlayer(World world, string userId)
        => world[Kinds.Character].Where("user_player_id", userId).Where(character => !character.Flag("is_temporary"));

    public static void RefuseSameName(World world, string companyId, string first, string last, Entity? self)
    {
        if (world[Kinds.Character].Where("company_id", companyId)
            .Any(other => other != self && other.Text("name_first") == first && other.Text("name_last") == last))
        {
            const string message = "Combination of name_first and name_last is not unique";
            throw ProblemException.Fielded("A validation error occurred.", ("name_first", message), ("name_last", message));
        }
    }

    /// <summary>Refuses a link to what does not exist, as the database does.</summary>
    /// <param name="world">Everything there is.</param>
    /// <param name="table">The table that has the link.</param>
    /// <param name="column">The link.</param>
    /// <param name="id">What it is to point to; null for nothing.</param>
    /// <param name="kind">The kind of thing it points to.</param>
    public static void RefuseMissing(World world, string table, string column, JsonNode? id, string kind)
    {
        if (id is not null
            && Guid.Parse(id.GetValue<string>()).ToString() is var plain
            && world[kind].Find(plain) is null)
        {
            throw ProblemException.Missing(table, column, plain, Tables.GetValueOrDefault(kind, kind));
        }
    }

    private static bool Matches(EndpointContext call, Entity character)
        => Array.TrueForAll(LinkFilters, link => call.QueryId(link) is not { } id || character.Links(link, id))
           && Array.TrueForAll(Filters, filter => call.Query(filter.Query) is not { } wanted || character.Text(filter.Member) == wanted);

    private static void Check(World world, EndpointContext call, Entity character, JsonObject form)
    {
        CheckType(call, character, form);
        CharacterNature.RefuseMissing(world, form);
        RefuseSameName(
            world,
            character.Text("company_id")!,
            form["name_first"]?.GetValue<string>() ?? character.Text("name_first")!,
            form["name_last"]?.GetValue<string>() ?? character.Text("name_last")!,
            character);
        if (call.FieldId("concept_id") is { } concept && world[Kinds.Concept].Find(concept) is null)
        {
            throw ProblemException.Invalid($"Concept {concept} not found");
        }

        RefuseMissing(world, "character", "user_player_id", form["user_player_id"], Kinds.User);
    }

    /// <summary>A player's character keeps a player, the others have none whatever is sent.</summary>
    private static void CheckType(EndpointContext call, Entity character, JsonObject form)
    {
        var type = form["type"]?.GetValue<string>() ?? character.Text("type")!;
        if (form.ContainsKey("type") && !Permissions.MayHandle(call, type))
        {
            throw ProblemException.Forbidden();
        }

        var isNamed = form.TryGetPropertyValue("user_player_id", out var player);
        if (type != "PLAYER")
        {
            form["user_player_id"] = null;
        }
        else if (isNamed && player is null)
        {
            throw ProblemException.Invalid("PLAYER characters must have a user_player_id");
        }
        else if (!isNamed && character.Text("type") != "PLAYER")
        {
            throw ProblemException.Invalid("Converting a character to PLAYER requires user_player_id");
        }
    }

    private static void Change(World world, Entity character, JsonObject form)
    {
        if (form["status"]?.GetValue<string>() is { } status && status != character.Text("status"))
        {
            character["date_killed"] = status == "DEAD" ? world.Timestamps.NowInSeconds() : null;
        }

        CharacterNature.Change(world, character, form);
    }

    private static void LeaveChapters(World world, Entity character)
    {
        foreach (var chapter in world[Kinds.Chapter].Rows.Where(chapter => chapter.Texts("character_ids")
            .Contains(character.Id, StringComparer.Ordinal)))
        {
            chapter["character_ids"] = new JsonArray([.. chapter.Texts("character_ids").Where(id => id != character.Id)
                .Select(id => JsonValue.Create(id))]);
        }
    }
}

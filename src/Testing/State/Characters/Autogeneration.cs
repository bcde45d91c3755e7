using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Characters the server makes up, one at once or several to choose from.</summary>
internal static class Autogeneration
{
    private static readonly (string Field, string Kind, string Name)[] Wishes =
    [
        ("concept_id", Kinds.Concept, "Concept"), ("vampire_clan_id", Kinds.Clan, "Vampire clan"),
        ("werewolf_tribe_id", Kinds.Tribe, "Werewolf tribe"), ("werewolf_auspice_id", Kinds.Auspice, "Werewolf auspice"),
    ];

    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        registry.On("autogenerateCharacter", call =>
        {
            var campaign = Campaign(world, call);
            RefuseUnknown(world, call);
            var type = call.Field("character_type")!;
            var character = new CharacterMaker(world, call, campaign).Make(
                type, call.Form, type == "PLAYER" ? call.Actor.Id : null, isTemporary: false);
            call.Subject = character;
            return registry.Views.Write(character, "CharacterResponse");
        });
        registry.Views.Compute(Kinds.Session, "characters", (_, session) => new JsonArray([.. session.Texts("character_ids")
            .Select(id => registry.Views.Write(world[Kinds.Character].Find(id)!, "CharacterResponse"))]));
        registry.On("startChargenSession", call => Start(registry, call));
        registry.On("listChargenSessions", call => new JsonArray([.. Open(world).Where(session => session.Links(
            "user_id", call.Actor.Id)).Select(session => Write(registry, session))]));
        registry.On("getChargenSession", call => Write(registry, Find(world, call.Path("session_id"), "Session not found or expired")));
        registry.On("finalizeChargenSession", call => Finish(registry, call));
    }

    private static JsonObject Start(HandlerRegistry registry, EndpointContext call)
    {
        var world = registry.World;
        var campaign = Campaign(world, call);
        ExperiencePoints.Spend(
            ExperiencePoints.Row(world, call.Actor.Id, campaign.Id), Companies.NumberSetting(call.Company, "character_autogen_xp_cost"));
        var choices = Companies.NumberSetting(call.Company, "character_autogen_num_choices");
        var maker = new CharacterMaker(world, call, campaign);
        var characters = Enumerable.Range(0, choices).Select(_ => maker.Make("PLAYER", [], call.Actor.Id, isTemporary: true).Id).ToList();
        var session = world.Add(Kinds.Session, new JsonObject
        {
            ["user_id"] = call.Actor.Id,
            ["campaign_id"] = campaign.Id,
            ["expires_at"] = Timestamps.WholeSeconds(world.Timestamps.Instant().AddHours(24)),
            ["requires_selection"] = choices > 1,
            ["character_ids"] = new JsonArray([.. characters.Select(id => JsonValue.Create(id))]),
        });
        call.Subject = session;
        return Write(registry, session);
    }

    private static JsonObject Finish(HandlerRegistry registry, EndpointContext call)
    {
        var world = registry.World;
        var session = Find(world, call.FieldId("session_id")!, "Session not found");
        var selected = call.FieldId("selected_character_id")!;
        if (!session.Texts("character_ids").Contains(selected, StringComparer.Ordinal))
        {
            throw ProblemException.Fielded("A validation error occurred.", ("selected_character_id", "Character not in session"));
        }

        foreach (var id in session.Texts("character_ids").Where(id => id != selected).ToList())
        {
            world.Remove(world[Kinds.Character].Find(id)!);
        }

        world.Remove(session);
        var character = world[Kinds.Character].Find(selected)!;
        character["is_temporary"] = false;
        character["starting_points"] = Companies.NumberSetting(call.Company, "character_autogen_starting_points");
        world.Touch(character);
        call.Subject = character;
        return registry.Views.Write(character, "CharacterResponse");
    }

    private static IEnumerable<Entity> Open(World world)
    {
        var now = Timestamps.WholeSeconds(world.Timestamps.Instant());
        return world[Kinds.Session].Rows.Where(session => string.CompareOrdinal(session.Text("expires_at"), now) > 0);
    }

    private static Entity Find(World world, string id, string message)
        => Open(world).FirstOrDefault(session => session.Id == id)
           ?? throw ProblemException.Fielded("A validation error occurred.", ("session_id", message));

    private static JsonObject Write(HandlerRegistry registry, Entity session) => registry.Views.Write(session, "ChargenSessionResponse");

    private static Entity Campaign(World world, EndpointContext call)
        => world[Kinds.Campaign].Find(call.QueryId("campaign_id")) is { } campaign && campaign.Links("company_id", call.Company.Id)
            ? campaign
            : throw ProblemException.NotFound("Campaign");

    private static void RefuseUnknown(World world, EndpointContext call)
    {
        foreach (var (field, kind, name) in Wishes)
        {
            if (call.FieldId(field) is { } id && world[kind].Find(id) is null)
            {
                throw ProblemException.Invalid($"{name} {id} not found");
            }
        }
    }
}

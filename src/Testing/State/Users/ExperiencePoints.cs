using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>A user's experience in a campaign. Reading it makes the row.</summary>
internal static class ExperiencePoints
{
    private const int PerCoolPoint = 10;

    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        registry.On("getCampaignExperience", call => Write(registry, Row(world, call.User.Id, call.Campaign.Id)));
        registry.On("addXp", call => Change(registry, call, (row, amount) => Gain(world, row, amount)));
        registry.On("removeXp", call => Change(registry, call, Spend));
        registry.On("addCpToCampaignExperience", call => Change(registry, call, (row, amount) =>
        {
            row.Add("cool_points", amount);
            call.User.Add("lifetime_cool_points", amount);
            Gain(world, row, amount * PerCoolPoint);
        }));
    }

    /// <summary>The row of a user in a campaign.</summary>
    public static Entity Row(World world, string userId, string campaignId)
        => world[Kinds.Experience].Where("user_id", userId).FirstOrDefault(row => row.Links("campaign_id", campaignId))
           ?? world.Add(Kinds.Experience, new JsonObject
           {
               ["user_id"] = userId,
               ["campaign_id"] = campaignId,
               ["xp_current"] = 0,
               ["xp_total"] = 0,
               ["cool_points"] = 0,
           });

    /// <summary>Takes points away, or refuses.</summary>
    public static void Spend(Entity row, int amount)
    {
        if (row.Number("xp_current") < amount)
        {
            throw ProblemException.Plain("User does not have enough XP to complete the action.");
        }

        row.Add("xp_current", -amount);
    }

    private static void Gain(World world, Entity row, int amount)
    {
        row.Add("xp_current", amount);
        row.Add("xp_total", amount);
        world[Kinds.User].FindAny(row.Text("user_id"))!.Add("lifetime_xp", amount);
    }

    private static JsonObject Change(HandlerRegistry registry, EndpointContext call, Action<Entity, int> change)
    {
        RefuseGrant(call);
        var campaignId = call.FieldId("campaign_id")!;
        var campaign = registry.World[Kinds.Campaign].Find(campaignId)
            ?? throw ProblemException.Missing("campaign_experience", "campaign_id", campaignId, "campaign");
        var row = Row(registry.World, call.User.Id, campaign.Id);
        change(row, call.FieldNumber("amount")!.Value);
        registry.World.Touch(row);
        call.Subject = row;
        return Write(registry, row);
    }

    private static void RefuseGrant(EndpointContext call)
    {
        var allowed = Companies.Setting(call.Company, "permission_grant_xp") switch
        {
            "STORYTELLER" => call.IsStoryteller,
            "PLAYER" => call.IsStoryteller || call.Actor.Id == call.User.Id,
            _ => true,
        };
        if (!allowed)
        {
            throw ProblemException.Forbidden("User not authorized to grant or remove XP for this user");
        }
    }

    private static JsonObject Write(HandlerRegistry registry, Entity row) => registry.Views.Write(row, "CampaignExperienceResponse");
}

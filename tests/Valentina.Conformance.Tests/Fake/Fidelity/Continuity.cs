using System.Text.Json.Nodes;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer.Fidelity;

/// <summary>
/// Mends the gaps of the recording, of which about two thirds are kept: what a row's own answer shows of the state before it, and what it
/// could not have done without.
/// </summary>
internal sealed class Continuity(World world, IdMap ids)
{
    public void Restore(Row row)
    {
        if (row.Status >= 300)
        {
            return;
        }

        RestoreActingUser(row);
        switch (row.OperationId)
        {
            case "startChargenSession":
                GiveExperience(row);
                break;
            case "approveUser" or "denyUser":
                world[Kinds.User].Find(PathId(row, "users"))!["role"] = "UNAPPROVED";
                break;
            case "unlinkUserIdentity":
                RestoreIdentities(row);
                break;
            case "renumberCampaignBook":
                AddBooks(row);
                break;
            default:
                RestoreBeforeChange(row);
                break;
        }
    }

    /// <summary>A change leaves alone what it does not name, so the answer shows how that was before.</summary>
    private void RestoreBeforeChange(Row row)
    {
        if (row.Method != "PATCH"
            || row.RequestBody is not JsonObject change
            || row.Answer is not JsonObject answer
            || answer["id"]?.GetValue<string>() is not { } id)
        {
            return;
        }

        var entity = Kinds.Children.Keys
            .Concat([Kinds.Note, Kinds.Term, Kinds.InventoryItem, Kinds.QuickRoll])
            .Select(kind => world[kind].FindAny(ids.ToFake(id)))
            .FirstOrDefault(found => found is not null);
        foreach (var (member, value) in answer)
        {
            var isPlain = value is null or JsonValue
                && !member.EndsWith("id", StringComparison.Ordinal)
                && !member.StartsWith("date_", StringComparison.Ordinal);
            if (entity is not null && isPlain && !change.ContainsKey(member) && entity.Data.ContainsKey(member))
            {
                entity[member] = value?.DeepClone();
            }
        }
    }

    private void RestoreIdentities(Row row)
    {
        var user = world[Kinds.User].Find(PathId(row, "users"))!;
        foreach (var (member, value) in ((JsonObject)row.Answer!).Where(member => member.Key.EndsWith("_profile", StringComparison.Ordinal)
            && member.Value is not null))
        {
            user[member] = value!.DeepClone();
        }
    }

    private void RestoreActingUser(Row row)
    {
        if (row.RequestHeader("on-behalf-of") is { } user
            && Guid.TryParse(user, out _)
            && world[Kinds.User].FindAny(ids.ToFake(user)) is null)
        {
            var company = IdMap.Ids(row.Path).First();
            var data = new JsonObject
            {
                ["id"] = user, ["username"] = "stand-in", ["email"] = "stand-in@example.com", ["role"] = "ADMIN",
                ["date_created"] = world.Timestamps.Now(), ["date_modified"] = world.Timestamps.Now()
            };
            Testing.Users.Complete(data, ids.ToFake(company));
            world.Import(Kinds.User, data);
            ids.Add(user, user);
        }
    }

    private void GiveExperience(Row row)
        => Testing.ExperiencePoints.Row(
            world,
            ids.ToFake(row.RequestHeader("on-behalf-of")!),
            ids.ToFake(row.Query!["campaign_id"]!.GetValue<string>()))["xp_current"] = 100;

    private void AddBooks(Row row)
    {
        var campaign = PathId(row, "campaigns");
        while (world[Kinds.Book].Count("campaign_id", campaign) < row.RequestBody!["number"]!.GetValue<int>())
        {
            world.Add(Kinds.Book, new JsonObject
            {
                ["name"] = "Stand-In", ["description"] = null, ["campaign_id"] = campaign,
                ["number"] = world[Kinds.Book].Count("campaign_id", campaign) + 1
            });
        }
    }

    private string PathId(Row row, string collection)
    {
        var segments = row.Path.Split('/');
        return ids.ToFake(segments[Array.IndexOf(segments, collection) + 1]);
    }
}

namespace Valentina.Testing;

/// <summary>Who may have experience back for a lowered trait. It is asked of storytellers and administrators too.</summary>
internal static class RecoupFloors
{
    /// <summary>How long an edit session lasts after the last change of the trait.</summary>
    private static readonly TimeSpan Session = TimeSpan.FromHours(1);

    /// <summary>
    /// Refuses what the company's setting forbids. Within a session a trait may be lowered to where it was before the session's first
    /// raise; each change prolongs the session.
    /// </summary>
    public static void Check(World world, EndpointContext call, Entity owned, int current, int target)
    {
        var setting = Companies.Setting(call.Company, "permission_recoup_xp");
        if (setting == "DENIED" && target < current)
        {
            // The space at the end is the server's.
            throw ProblemException.Forbidden("Lowering trait values is not permitted. ");
        }

        if (setting != "WITHIN_SESSION")
        {
            return;
        }

        var now = world.Timestamps.Instant();
        var key = (call.Actor.Id, owned.Id);
        int? floor = world.RecoupFloors.TryGetValue(key, out var kept) && kept.Until > now ? kept.Value : null;
        if (target < current && floor is null)
        {
            throw ProblemException.Forbidden("Lowering trait values is not permitted outside of an active edit session");
        }

        if (target < current && target < floor)
        {
            throw ProblemException.Forbidden(
                $"Cannot lower this trait below {floor} (the value at the start of your current edit session)");
        }

        world.RecoupFloors[key] = (floor ?? current, now + Session);
    }
}

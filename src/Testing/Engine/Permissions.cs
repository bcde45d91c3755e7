namespace Valentina.Testing;

/// <summary>What an acting user may do, where a guard decides it before the handler.</summary>
internal static class Permissions
{
    public static void Pass(EndpointContext call)
    {
        if (!ActingUserCheck.IsGuarded(call.Operation))
        {
            return;
        }

        if (call.ParentOrNull(Kinds.Character) is { } character)
        {
            Character(call, character);
        }
        else if (call.Operation.Segments.Contains("campaigns", StringComparer.Ordinal))
        {
            Campaign(call);
        }
        else if (call.Operation.Id == "autogenerateCharacter" && !call.IsStoryteller)
        {
            throw ProblemException.Forbidden("User must be a storyteller or admin");
        }
    }

    /// <summary>Whether somebody may make or change a character of a type, as far as the type decides.</summary>
    public static bool MayHandle(EndpointContext call, string type) => call.IsStoryteller || type switch
    {
        "STORYTELLER" => false,
        "NPC" => Companies.Setting(call.Company, "permission_manage_npc") == "UNRESTRICTED",
        _ => true,
    };

    private static void Campaign(EndpointContext call)
    {
        var isRestricted = call.ParentOrNull(Kinds.Company) is { } company
            && Companies.Setting(company, "permission_manage_campaign") == "STORYTELLER";
        if (isRestricted && !call.IsStoryteller)
        {
            throw ProblemException.Forbidden();
        }
    }

    private static void Character(EndpointContext call, Entity character)
    {
        if (call.IsStoryteller)
        {
            return;
        }

        if (character.Text("type") == "STORYTELLER")
        {
            throw ProblemException.Forbidden();
        }

        var isOpen = call.Operation.Method == "GET" || call.Operation.Segments.Contains("notes", StringComparer.Ordinal);
        var owns = character.Links("user_player_id", call.Actor.Id) || (character.Text("type") == "NPC" && MayHandle(call, "NPC"));
        if (!isOpen && !owns)
        {
            throw ProblemException.Forbidden(call.Operation.Segments.Contains("traits", StringComparer.Ordinal)
                ? "User does not own this character"
                : "No rights to access this resource");
        }
    }
}

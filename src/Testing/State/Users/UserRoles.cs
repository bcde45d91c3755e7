namespace Valentina.Testing;

/// <summary>Who may give whom which role, and whom one may change.</summary>
internal static class UserRoles
{
    /// <summary>What storytellers may give.</summary>
    private static readonly string[] Assignable = ["STORYTELLER", "PLAYER"];

    /// <summary>Refuses everyone but the user and administrators.</summary>
    public static void RefuseOthers(EndpointContext call, Entity user)
    {
        if (call.Actor.Id != user.Id)
        {
            RefuseAllButAdmins(call);
        }
    }

    /// <summary>Refuses everyone but administrators.</summary>
    public static void RefuseAllButAdmins(EndpointContext call)
    {
        if (!call.IsAdmin)
        {
            throw ProblemException.Forbidden("Requesting user is not authorized to manage this user");
        }
    }

    /// <summary>Refuses the roles nobody starts with: an unapproved user signs in, a deactivated one was something else before.</summary>
    public static void RefuseAtStart(string role)
    {
        if (role is "UNAPPROVED" or "DEACTIVATED")
        {
            throw ProblemException.Invalid($"Cannot create a user with initial role {role}");
        }
    }

    /// <summary>Refuses a role that the acting user may not give, whether or not the user has it already.</summary>
    /// <param name="call">The request.</param>
    /// <param name="current">The role of the user now; <c>PLAYER</c> for a new one.</param>
    /// <param name="role">The role to give.</param>
    public static void RefuseAssignment(EndpointContext call, string current, string role)
    {
        if (role == "UNAPPROVED")
        {
            throw ProblemException.Invalid("Cannot assign UNAPPROVED role");
        }

        if (call.IsAdmin || (call.IsStoryteller && Assignable.Contains(role) && current is not ("ADMIN" or "DEACTIVATED")))
        {
            return;
        }

        throw ProblemException.Forbidden(
            !call.IsStoryteller ? "Requesting user is not authorized to change user roles"
            : role == "DEACTIVATED" || current == "DEACTIVATED" ? "Only admins may deactivate or reactivate a user"
            : current == "ADMIN" ? "Only admins may change an admin user's role"
            : "Storytellers may only assign STORYTELLER or PLAYER roles");
    }

    /// <summary>Refuses to leave a company without an administrator.</summary>
    public static void RefuseLastAdmin(World world, Entity user)
    {
        if (user.Text("role") == "ADMIN"
            && !world[Kinds.User].Where("company_id", user.Text("company_id")).Any(other => other != user && other.Text("role") == "ADMIN"))
        {
            throw ProblemException.Conflict("Cannot remove the last admin from the company");
        }
    }
}

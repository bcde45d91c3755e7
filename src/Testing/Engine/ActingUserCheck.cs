using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>The rules of the On-Behalf-Of header: who needs it, who looks at it, and who is turned away.</summary>
internal static class ActingUserCheck
{
    /// <summary>Finds the acting user, or refuses.</summary>
    public static Entity? Pass(FakeExchange exchange, World world)
    {
        var operation = exchange.Operation!;
        var header = exchange.Request.Header("On-Behalf-Of");
        if (operation.OnBehalfOf == "ignored")
        {
            return null;
        }

        if (string.IsNullOrEmpty(header))
        {
            return operation.OnBehalfOf switch
            {
                "required" when IsGuarded(operation) => throw ProblemException.Forbidden("On-Behalf-Of header is required"),
                "required" =>
                    throw ProblemException.Invalid($"Missing required header parameter 'on-behalf-of' for url {exchange.Request.Url}"),
                _ => null,
            };
        }

        var user = Guid.TryParse(header, out var id) ? world[Kinds.User].Find(id.ToString()) : null;
        if (user is null)
        {
            throw ProblemException.NotFound($"User '{header}'");
        }

        // The campaign guard asks for the role only; everyone else asks first whether the account may act at all.
        return IsGuarded(operation) && !IsBelow(operation, "{character_id}") ? user : user.Text("role") switch
        {
            "UNAPPROVED" => throw ProblemException.Forbidden("User has not been approved yet"),
            "DEACTIVATED" => throw ProblemException.Forbidden("User account is deactivated"),
            _ => user,
        };
    }

    /// <summary>Whether the header is asked for by a guard (403), not by the form of the request (400).</summary>
    public static bool IsGuarded(ContractOperation operation)
        => operation.OnBehalfOf == "required"
           && (IsBelow(operation, "{character_id}")
               || IsBelow(operation, "campaigns")
               || IsBelow(operation, "autogenerate")
               || IsBelow(operation, "avatar"));

    private static bool IsBelow(ContractOperation operation, string segment)
        => operation.Segments.Contains(segment, StringComparer.Ordinal);
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>
/// What a sign-in token says. For google and apple it is a JSON web token whose signature nobody checks here: its claims <c>sub</c>,
/// <c>aud</c>, <c>email</c> and <c>email_verified</c> count. For discord and github the token itself is the id.
/// </summary>
/// <param name="Id">The user's id at the provider.</param>
/// <param name="Email">The user's e-mail address there, where it is known.</param>
/// <param name="IsEmailVerified">Whether the provider vouches for the address: only then it finds a user who is there already.</param>
internal sealed record IdentityToken(string Id, string? Email, bool IsEmailVerified)
{
    /// <summary>Reads a token, or refuses it as the server does.</summary>
    public static IdentityToken Read(HandlerRegistry registry, EndpointContext call)
    {
        var provider = call.Field("provider")!;
        var token = call.Field("token")!;
        if (provider is "google" or "apple")
        {
            var audiences = Audiences(call.Developer, provider);
            if (audiences.Count == 0)
            {
                throw Failed($"{provider} sign-in is not enabled on this server");
            }

            RefuseUnreachable(registry, provider, "Identity provider");
            return FromClaims(Claims(token), audiences);
        }

        RefuseUnreachable(registry, provider, ProviderProfile.NameOf(provider));
        return new IdentityToken(token, $"{Rewriting.Slug(token)}@example.com", IsEmailVerified: true);
    }

    private static List<string> Audiences(Entity developer, string provider)
        => [.. (developer["provider_audiences"]?[provider] as JsonArray ?? []).Select(audience => audience!.GetValue<string>())];

    private static void RefuseUnreachable(HandlerRegistry registry, string provider, string name)
    {
        if (registry.Options.UnreachableProviders.Contains(provider))
        {
            throw ProblemException.WithCode(503, $"{name} is unreachable", "PROVIDER_UNAVAILABLE");
        }
    }

    private static IdentityToken FromClaims(JsonObject? claims, List<string> audiences)
    {
        var meant = claims?["aud"] switch
        {
            JsonArray several => several.Select(Text),
            { } one => [Text(one)],
            null => [],
        };
        if (Text(claims?["sub"]) is not { } subject || !meant.Any(audience => audience is not null && audiences.Contains(audience)))
        {
            throw Failed("Provider token failed verification");
        }

        var email = Text(claims!["email"]);
        return new IdentityToken(subject, email, email is not null && claims["email_verified"]?.ToString() is "true" or "True" or "1");
    }

    private static string? Text(JsonNode? claim) => claim?.GetValueKind() == JsonValueKind.String ? claim.GetValue<string>() : null;

    /// <summary>The claims of a token; null where they cannot be read.</summary>
    private static JsonObject? Claims(string token)
    {
        var parts = token.Split('.');
        return parts.Length == 3 && Part(parts[0]) is not null ? Part(parts[1]) : throw Failed("Provider token is not a valid JWT");
    }

    private static JsonObject? Part(string part)
    {
        try
        {
            var text = part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '=');
            return JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text))) as JsonObject;
        }
        catch (Exception ex) when (ex is JsonException or FormatException)
        {
            return null;
        }
    }

    private static ProblemException Failed(string detail) => ProblemException.WithCode(422, detail, "TOKEN_VERIFICATION_FAILED");
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>
/// What a sign-in token says. For google and apple it is a JSON web token whose signature nobody checks here: its claims <c>sub</c> and
/// <c>email</c> count. For discord and github the token itself is the id.
/// </summary>
/// <param name="Id">The user's id at the provider.</param>
/// <param name="Email">The user's e-mail address there, where it is known.</param>
internal sealed record IdentityToken(string Id, string? Email)
{
    public static IdentityToken Read(FakeValentinaOptions options, string provider, string token)
    {
        if (options.UnreachableProviders.Contains(provider))
        {
            throw ProblemException.WithCode(
                503, $"{char.ToUpperInvariant(provider[0])}{provider[1..]} is unreachable", "PROVIDER_UNAVAILABLE");
        }

        return provider is "discord" or "github"
            ? new IdentityToken(token, $"{Rewriting.Slug(token)}@example.com")
            : Claims(token) ?? throw ProblemException.WithCode(422, "Provider token is not a valid JWT", "TOKEN_VERIFICATION_FAILED");
    }

    private static IdentityToken? Claims(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            var text = parts[1].Replace('-', '+').Replace('_', '/').PadRight((parts[1].Length + 3) / 4 * 4, '=');
            return JsonNode.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text))) is JsonObject claims
                && claims["sub"] is { } subject
                ? new IdentityToken(subject.GetValue<string>(), claims["email"]?.GetValue<string>())
                : null;
        }
        catch (Exception ex) when (ex is JsonException or FormatException)
        {
            return null;
        }
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>What the server keeps of a user's account with another service.</summary>
internal static class ProviderProfile
{
    /// <summary>The picture discord shows of someone without one.</summary>
    private const string PlainPicture = "https://cdn.discordapp.com/embed/avatars/0.png";

    /// <summary>How a provider is called in sentences.</summary>
    public static string NameOf(string provider) => provider == "github" ? "GitHub" : "Discord";

    /// <summary>The profile of an identity: github tells a login, discord names and a picture, the others the id and the address.</summary>
    public static JsonObject Of(string provider, IdentityToken identity) => provider switch
    {
        "github" => new JsonObject { ["id"] = identity.Id, ["login"] = identity.Id, ["email"] = identity.Email },
        "discord" => new JsonObject
        {
            ["id"] = identity.Id,
            ["username"] = identity.Id,
            ["global_name"] = identity.Id.Length == 0 ? "" : char.ToUpper(identity.Id[0], CultureInfo.InvariantCulture) + identity.Id[1..],
            ["avatar_url"] = PlainPicture,
            ["discriminator"] = "0",
            ["email"] = identity.Email,
            ["verified"] = identity.IsEmailVerified,
        },
        _ => new JsonObject { ["id"] = identity.Id, ["email"] = identity.Email },
    };

    /// <summary>The picture of whichever profile has one; null for none.</summary>
    public static JsonNode? Avatar(Entity user)
        => Identities.Providers.Select(provider => user[Identities.ProfileOf(provider)]?["avatar_url"])
            .FirstOrDefault(url => url is not null)
            ?.DeepClone();
}

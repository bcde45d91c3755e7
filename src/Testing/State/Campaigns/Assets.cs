using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Pictures on users, campaigns, books, chapters and characters, and the avatars of users.</summary>
internal static class Assets
{
    private const int LargestAvatar = 5 * 1024 * 1024;

    private static readonly (string Parent, string Operation, string Link)[] Parents =
    [
        (Kinds.User, "User", "user_parent_id"), (Kinds.Campaign, "Campaign", "campaign_id"), (Kinds.Book, "Book", "book_id"),
        (Kinds.Chapter, "Chapter", "chapter_id"), (Kinds.Character, "Character", "character_id"),
    ];

    public static void Map(HandlerRegistry registry)
    {
        var world = registry.World;
        foreach (var (parent, operation, link) in Parents)
        {
            var resource = new Resource
            {
                Kind = Kinds.Asset,
                Schema = "S3AssetResponse",
                Rows = call => world[Kinds.Asset].Where(link, call.Parent(parent).Id)
                    .Where(asset => call.Query("asset_type") is not { } type || asset.Text("asset_type") == type),
            };
            registry.List($"list{operation}Assets", resource);
            registry.Get($"get{operation}Asset", resource);
            registry.Delete($"delete{operation}Asset", resource);
            registry.On($"upload{operation}Asset", call =>
            {
                var asset = Upload(world, call, call.Parent(parent), link);
                call.Subject = asset;
                return registry.Views.Write(asset, resource.Schema);
            });
        }

        registry.On("setUserAvatar", call => SetAvatar(registry, call));
        registry.On("deleteUserAvatar", call =>
        {
            RefuseOthers(call);
            SetPicture(world, call.User, null);
            return Changed(registry, call);
        });
    }

    private static Entity Upload(World world, EndpointContext call, Entity parent, string link)
    {
        var file = call.File!;
        var format = Format(file.Content.Span) ?? throw NoImage("Upload must be a PNG, JPEG, GIF, or WEBP image.");
        return Add(world, call, parent, link, format, CleanName(file.FileName));
    }

    private static Entity Add(World world, EndpointContext call, Entity parent, string link, string format, string fileName)
        => world.Add(Kinds.Asset, new JsonObject
        {
            ["asset_type"] = "image",
            ["mime_type"] = "image/" + format,
            ["original_filename"] = fileName,
            ["public_url"] = $"https://cdn.invalid/{call.Company.Id}/{parent.Id}/image/{Guid.Parse(world.Timestamps.NewId()):N}.{format}",
            ["company_id"] = call.Company.Id,
            ["uploaded_by_id"] = call.Actor.Id,
            [link] = parent.Id,
        });

    private static JsonObject SetAvatar(HandlerRegistry registry, EndpointContext call)
    {
        RefuseOthers(call);
        if (call.File!.Content.Length > LargestAvatar)
        {
            throw NoImage("Avatar image is too large.");
        }

        if (Format(call.File.Content.Span) is null)
        {
            throw NoImage("Avatar image could not be read.");
        }

        SetPicture(registry.World, call.User, Add(registry.World, call, call.User, "user_parent_id", "webp", "avatar.webp"));
        return Changed(registry, call);
    }

    /// <summary>
    /// A picture of one's own is an asset of the user; it goes when the next one comes. Without it the provider's is shown.
    /// </summary>
    private static void SetPicture(World world, Entity user, Entity? picture)
    {
        if (world[Kinds.Asset].Find(user.Text("avatar_asset_id")) is { } previous)
        {
            world.Remove(previous);
        }

        user["avatar_url"] = picture?.Text("public_url");
        user["avatar_asset_id"] = picture?.Id;
    }

    private static JsonObject Changed(HandlerRegistry registry, EndpointContext call)
    {
        registry.World.Touch(call.User);
        call.Subject = call.User;
        return registry.Views.Write(call.User, "user_dto_UserResponse");
    }

    private static void RefuseOthers(EndpointContext call)
    {
        if (!call.IsAdmin && call.Actor.Id != call.User.Id)
        {
            throw ProblemException.Forbidden();
        }
    }

    private static ProblemException NoImage(string message) => ProblemException.Fielded(message, ("upload", message));

    /// <summary>The format by the first bytes; what the client says about it does not count.</summary>
    private static string? Format(ReadOnlySpan<byte> content)
        => content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "png"
            : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "jpeg"
            : content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8) ? "gif"
            : content.StartsWith("RIFF"u8) && content.Length >= 12 && content[8..].StartsWith("WEBP"u8) ? "webp"
            : null;

    private static string CleanName(string fileName)
    {
        var name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = name.LastIndexOf('.');
        return dot < 0 ? Rewriting.Slug(name) : $"{Rewriting.Slug(name[..dot])}.{Rewriting.Slug(name[dot..])}";
    }
}

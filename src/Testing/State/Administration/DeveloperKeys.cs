namespace Valentina.Testing;

/// <summary>An API key.</summary>
internal sealed class DeveloperKey(Entity developer)
{
    public Entity Developer { get; } = developer;

    /// <summary>Whether it was replaced, or its developer deleted: it then goes on for a minute after each use.</summary>
    public bool IsRetired { get; set; }

    public DateTimeOffset LastUse { get; set; }
}

/// <summary>The keys of developers.</summary>
internal static class DeveloperKeys
{
    /// <summary>How long a retired key goes on after its last use; every use prolongs it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    /// <summary>Gives a developer a key of the caller's choice.</summary>
    public static void Grant(World world, Entity developer, string key)
    {
        world.Keys[key] = new DeveloperKey(developer);
        developer["key_generated"] = world.Timestamps.NowInSeconds();
    }

    /// <summary>Gives a developer a new key in place of the old ones.</summary>
    public static string Renew(World world, Entity developer)
    {
        RetireAll(world, developer);
        var key = world.Timestamps.Token(32);
        Grant(world, developer, key);
        world.Touch(developer);
        return key;
    }

    /// <summary>Retires the keys of a deleted developer.</summary>
    public static void Retire(World world, Entity developer)
    {
        developer.IsArchived = true;
        RetireAll(world, developer);
    }

    /// <summary>Whose key it is; null for nobody's.</summary>
    public static Entity? Find(World world, string? key, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(key) || !world.Keys.TryGetValue(key, out var known) || (known.IsRetired && now - known.LastUse > Grace))
        {
            return null;
        }

        known.LastUse = now;
        return known.Developer;
    }

    private static void RetireAll(World world, Entity developer)
    {
        foreach (var known in world.Keys.Values.Where(known => known.Developer == developer))
        {
            known.IsRetired = true;
        }
    }
}

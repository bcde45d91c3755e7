namespace Valentina;

/// <summary>Who goes first where the rate limit lets only some calls through; see <see cref="RequestOptions.Priority"/>.</summary>
public enum RequestPriority
{
    /// <summary>In the order in which the calls come.</summary>
    Normal,

    /// <summary>After all others, but at least one in ten: for imports and whatever nobody waits for.</summary>
    Background,
}

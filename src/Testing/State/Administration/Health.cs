using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The health of the server: always good.</summary>
internal static class Health
{
    public static void Map(HandlerRegistry registry)
    {
        var started = registry.World.Timestamps.Instant();
        registry.On("checkSystemHealth", _ =>
        {
            var up = registry.World.Timestamps.Instant() - started;
            return new JsonObject
            {
                ["database_status"] = "online",
                ["cache_status"] = "online",
                ["database_latency_ms"] = 1.2,
                ["cache_latency_ms"] = 0.3,
                ["uptime"] = $"{up.Days}d {up.Hours}h {up.Minutes}m {up.Seconds}s",
                ["version"] = registry.Contract.Source["info"]?["version"]?.GetValue<string>() ?? "0.0.0",
            };
        });
    }
}

using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The health of the server: always good.</summary>
internal static class Health
{
    public static void Map(Noir noir)
    {
        var started = noir.World.Stamps.Instant();
        noir.On("checkSystemHealth", _ =>
        {
            var up = noir.World.Stamps.Instant() - started;
            return new JsonObject
            {
                ["database_status"] = "online",
                ["cache_status"] = "online",
                ["database_latency_ms"] = 1.2,
                ["cache_latency_ms"] = 0.3,
                ["uptime"] = $"{up.Days}d {up.Hours}h {up.Minutes}m {up.Seconds}s",
                ["version"] = noir.Contract.Source["info"]?["version"]?.GetValue<string>() ?? "0.0.0",
            };
        });
    }
}

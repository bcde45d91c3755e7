using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>The server's own log: its last lines, and the whole of it as an archive.</summary>
internal static class ServerLogs
{
    private const int Kept = 500;
    private static readonly string[] Levels = ["TRACE", "DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"];

    public static void Map(HandlerRegistry registry)
    {
        registry.On("globalAdminTailServerLogs", call => new JsonArray([.. registry.World.Log
            .Where(line => call.Query("level") is not { } level
                || Array.IndexOf(Levels, line["level"]!.GetValue<string>()) >= Array.IndexOf(Levels, level))
            .Reverse()
            .Take(call.Whole("limit") ?? 100)
            .Select(line => line.DeepClone())]));
        registry.On("globalAdminDownloadServerLogs", call =>
        {
            call.Raw = Archive(registry.World);
            return null;
        });
    }

    /// <summary>Adds a line about a request.</summary>
    public static void Note(World world, EndpointContext call)
    {
        world.Log.Enqueue(new JsonObject
        {
            ["timestamp"] = world.Timestamps.NowInSeconds(),
            ["level"] = "INFO",
            ["name"] = "fake",
            ["message"] = "HTTP Request",
            ["exception"] = null,
            ["extra"] = new JsonObject
            {
                ["path"] = call.Exchange.Request.Url.AbsolutePath,
                ["method"] = call.Operation.Method,
                ["request_id"] = call.RequestId,
                ["developer_id"] = call.Developer.Id,
            },
            ["raw"] = null,
        });
        if (world.Log.Count > Kept)
        {
            world.Log.Dequeue();
        }
    }

    private static FakeResponse Archive(World world)
    {
        var now = world.Timestamps.Instant();
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry("vapi.log");
            entry.LastWriteTime = now;
            using var writer = new StreamWriter(entry.Open());
            foreach (var line in world.Log)
            {
                writer.WriteLine(line.ToJsonString());
            }
        }

        var response = new FakeResponse { Status = 200, Body = packed.ToArray() };
        response.Headers["Content-Type"] = "application/zip";
        response.Headers["Content-Disposition"] = FormattableString.Invariant(
            $"attachment; filename=\"vapi-logs-{now.UtcDateTime:yyyyMMdd'T'HHmmss}Z.zip\"");
        return response;
    }
}

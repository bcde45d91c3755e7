using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>The recorded exchanges and socket sessions with the real Claude Code service, in the order of the recording.</summary>
internal static class Recording
{
    public static IReadOnlyList<JObject> Exchanges { get; } = Load("claude.jsonl");

    public static IReadOnlyList<JObject> Sessions { get; } = Load("claude-ws.jsonl");

    private static List<JObject> Load(string name, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "transcripts", name);
        return [.. File.ReadLines(path).Where(static line => line.Length > 0).Select(Parse)];
    }

    private static JObject Parse(string line)
    {
        using var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}

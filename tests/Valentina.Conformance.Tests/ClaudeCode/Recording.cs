using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>The recorded exchanges and socket sessions with the real Claude Code service, in the order of the recording.</summary>
internal static class Recording
{
    public static IReadOnlyList<JObject> Exchanges { get; } = Load("claude");

    public static IReadOnlyList<JObject> Sessions { get; } = Load("claude-ws");

    private static List<JObject> Load(string name) => [.. TranscriptLines.Read(name).Select(Parse)];

    private static JObject Parse(string line)
    {
        using var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}

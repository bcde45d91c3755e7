using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Valentina.Conformance.Tests.FakeServer.Fidelity;

/// <summary>The recorded ids and the fake's, matched at first sight.</summary>
internal sealed partial class IdMap
{
    private readonly Dictionary<string, string> _toFake = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _toRecorded = new(StringComparer.Ordinal);

    public bool Knows(string recorded) => _toFake.ContainsKey(recorded);

    public string ToFake(string text) => Id().Replace(text, match => _toFake.GetValueOrDefault(match.Value, match.Value));

    public string ToRecorded(string text) => Id().Replace(text, match => _toRecorded.GetValueOrDefault(match.Value, match.Value));

    public static IEnumerable<string> Ids(string text) => Id().Matches(text).Select(match => match.Value).Distinct();

    public void Add(string recorded, string fake)
    {
        if (_toFake.TryAdd(recorded, fake))
        {
            _toRecorded.TryAdd(fake, recorded);
        }
    }

    /// <summary>Matches two answers to the same request; lists are left out, since their order is not always promised.</summary>
    public void Learn(JsonNode? recorded, JsonNode? fake)
    {
        if (recorded is JsonObject left && fake is JsonObject right)
        {
            foreach (var (name, value) in left)
            {
                if (name is not ("items" or "instance" or "request_id"))
                {
                    Learn(value, right[name]);
                }
            }
        }
        else if (recorded is JsonArray these && fake is JsonArray those && these.Count == those.Count)
        {
            for (var index = 0; index < these.Count; index++)
            {
                Learn(these[index], those[index]);
            }
        }
        else if (recorded?.GetValueKind() == JsonValueKind.String && fake?.GetValueKind() == JsonValueKind.String
            && Guid.TryParseExact(recorded.GetValue<string>(), "D", out _) && Guid.TryParseExact(fake.GetValue<string>(), "D", out _))
        {
            Add(recorded.GetValue<string>(), fake.GetValue<string>());
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}

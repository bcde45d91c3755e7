using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Conformance.Tests.FakeServer.Fidelity;

/// <summary>
/// How an answer of the fake differs from the recorded one, apart from its values: status, headers, members, types, error texts.
/// </summary>
internal static class ResponseComparison
{
    /// <summary>The characters the recording stands for texts that were taken out of it.</summary>
    private const string Removed = "…";

    public static List<string> Differences(Row row, WireAnswer fake, ContractSchema? schema, Func<string, string> toRecorded)
    {
        var found = new List<string>();
        if (fake.Status != row.Status)
        {
            found.Add($"status {fake.Status}, not {row.Status}{(fake.Detail is { } detail ? $": {detail}" : "")}");
            return found;
        }

        Header("content-type", fake.Header("Content-Type")?.Split(';')[0], row.AnswerHeader("content-type")?.Split(';')[0], found);
        Header("cache-control", fake.Header("Cache-Control"), row.AnswerHeader("cache-control"), found);
        Header(
            "x-request-id", fake.Header("X-Request-Id") is null ? null : "there", row.AnswerHeader("x-request-id") is null ? null : "there",
            found);
        Header("ratelimit-policy", fake.Header("RateLimit-Policy"), row.AnswerHeader("ratelimit-policy"), found);
        if (row.Answer is JsonObject binary && binary.ContainsKey("binary_bytes"))
        {
            return found;
        }

        if (row.Status >= 400)
        {
            Error(row.Answer, fake.Body, found, toRecorded);
        }
        else
        {
            Compare("", row.Answer, fake.Body, schema, found);
        }

        return found;
    }

    private static void Header(string name, string? fake, string? recorded, List<string> found)
    {
        if (fake != recorded)
        {
            found.Add($"header {name}: '{fake}', not '{recorded}'");
        }
    }

    private static void Error(JsonNode? recorded, JsonNode? fake, List<string> found, Func<string, string> toRecorded)
    {
        if (recorded is not JsonObject left || fake is not JsonObject right)
        {
            Compare("", recorded, fake, null, found);
            return;
        }

        Members("", left, right, found);
        foreach (var name in new[] { "title", "detail", "code", "status_code" })
        {
            Text("/" + name, left[name], right[name], found, toRecorded);
        }

        var expected = (left["invalid_parameters"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .OrderBy(entry => entry["field"]?.GetValue<string>(), StringComparer.Ordinal)
            .ToList();
        var actual = (right["invalid_parameters"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .OrderBy(entry => entry["field"]?.GetValue<string>(), StringComparer.Ordinal)
            .ToList();
        if (expected.Count != actual.Count)
        {
            found.Add($"/invalid_parameters: {actual.Count} entries, not {expected.Count}");
            return;
        }

        for (var index = 0; index < expected.Count; index++)
        {
            Text($"/invalid_parameters/{index}/field", expected[index]["field"], actual[index]["field"], found, toRecorded);
            Text($"/invalid_parameters/{index}/message", expected[index]["message"], actual[index]["message"], found, toRecorded);
        }
    }

    private static void Text(string pointer, JsonNode? recorded, JsonNode? fake, List<string> found, Func<string, string> toRecorded)
    {
        var left = recorded?.ToString();
        var right = fake is null ? null : toRecorded(fake.ToString());
        if (left != right && left?.Contains(Removed, StringComparison.Ordinal) != true)
        {
            found.Add($"{pointer}: '{right}', not '{left}'");
        }
    }

    private static void Compare(string pointer, JsonNode? recorded, JsonNode? fake, ContractSchema? schema, List<string> found)
    {
        var core = schema?.Core;
        var (left, right) = (TypeOf(recorded), TypeOf(fake));
        if (left != right)
        {
            if (schema?.AllowsNull != true || (left != "null" && right != "null"))
            {
                found.Add($"{pointer}: {right}, not {left}");
            }

            return;
        }

        if (recorded is JsonObject these && fake is JsonObject those)
        {
            var isFree = core is { Members.Count: 0 };
            if (!isFree)
            {
                Members(pointer, these, those, found);
            }

            foreach (var (name, value) in these.Where(member => those.ContainsKey(member.Key)))
            {
                Compare($"{pointer}/{name}", value, those[name], isFree ? core!.Additional : core?.Member(name)?.Schema, found);
            }
        }
        else if (recorded is JsonArray { Count: > 0 } list && fake is JsonArray { Count: > 0 } other)
        {
            Compare(pointer + "/0", list[0], other[0], core?.Items, found);
        }
    }

    private static void Members(string pointer, JsonObject recorded, JsonObject fake, List<string> found)
    {
        found.AddRange(recorded.Where(member => !fake.ContainsKey(member.Key)).Select(member => $"{pointer}/{member.Key}: missing"));
        found.AddRange(fake.Where(member => !recorded.ContainsKey(member.Key))
            .Select(member => $"{pointer}/{member.Key}: the real server has no such member"));
    }

    private static string TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.Value.ToString().ToLowerInvariant(),
    };
}

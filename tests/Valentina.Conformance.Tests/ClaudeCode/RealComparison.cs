using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>Compares an answer of the fake with one of the real service: names, order, kinds, and every value that is a fact.</summary>
internal static class RealComparison
{
    /// <summary>What the stand-in for the model said and counted, ids, times, and the state of the machine it ran on.</summary>
    private static readonly HashSet<string> NoFacts = new(StringComparer.Ordinal)
    {
        "id", "task_id", "content", "summary", "full_output", "workspace_directory", "uptime_seconds", "duration_seconds",
        "input_tokens", "output_tokens", "total_tokens", "tokens", "cost", "total_cost", "cost_usd", "remaining", "active_workers",
    };

    /// <summary>Redis was away on that machine, and the service therefore not whole.</summary>
    private static readonly string[] OfTheMachine = ["$.status", "$.services.redis.status"];

    /// <summary>Every difference of two answers.</summary>
    public static IEnumerable<string> Differences(string expected, string actual)
    {
        var isCut = !TryParse(expected, out var wanted);
        if (isCut)
        {
            wanted = RealAnswer.Parse(Closed(expected));
        }

        return Differences(wanted!, RealAnswer.Parse(actual), "$", isCut, expected.Contains("\"services\"", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Differences(JToken expected, JToken? actual, string path, bool isCut, bool isHealth)
    {
        if (expected.Type != actual?.Type)
        {
            return [$"{path}: {expected.Type} expected, found {actual?.Type.ToString() ?? "nothing"}"];
        }

        if (expected is JObject wanted && actual is JObject found)
        {
            var names = wanted.Properties().Select(static one => one.Name).ToList();
            var others = found.Properties().Select(static one => one.Name).ToList();
            var isSame = isCut ? names.SequenceEqual(others.Take(names.Count)) : names.SequenceEqual(others);
            return isSame
                ? wanted.Properties().SelectMany(one => Differences(one.Value, found[one.Name], $"{path}.{one.Name}", isCut, isHealth))
                : [$"{path}: {string.Join(", ", names)} expected, found {string.Join(", ", others)}"];
        }

        if (expected is JArray items)
        {
            return items.Count == ((JArray)actual).Count
                ? items.SelectMany((one, index) => Differences(one, actual[index], $"{path}[{index}]", isCut, isHealth))
                : [$"{path}: {items.Count} items expected, found {((JArray)actual).Count}"];
        }

        var isFact = !NoFacts.Contains(path[(path.LastIndexOf('.') + 1)..]) && !(isHealth && OfTheMachine.Contains(path));
        return !isFact || JToken.DeepEquals(expected, actual) ? [] : [$"{path}: {expected} expected, found {actual}"];
    }

    private static bool TryParse(string json, out JToken? token)
    {
        try
        {
            token = RealAnswer.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            token = null;
            return false;
        }
    }

    /// <summary>What is whole of an answer that was cut: up to its last comma, and closed.</summary>
    private static string Closed(string cut)
    {
        var open = new Stack<char>();
        var (end, closers, isText) = (0, "", false);
        for (var index = 0; index < cut.Length; index++)
        {
            switch (cut[index])
            {
                case '\\' when isText:
                    index++;
                    break;
                case '"':
                    isText = !isText;
                    break;
                case '{' or '[' when !isText:
                    open.Push(cut[index] == '{' ? '}' : ']');
                    break;
                case '}' or ']' when !isText:
                    open.Pop();
                    break;
                case ',' when !isText:
                    (end, closers) = (index, string.Concat(open));
                    break;
            }
        }

        return new StringBuilder(cut[..end]).Append(CultureInfo.InvariantCulture, $"{closers}").ToString();
    }
}

using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Valentina.Conformance.Tests.ClaudeCode;

/// <summary>Compares JSON by value: numbers as numbers, instants as instants, and a null member as an absent one.</summary>
internal static class SessionComparison
{
    /// <summary>Everything in <paramref name="expected"/> that <paramref name="actual"/> does not say.</summary>
    public static IEnumerable<string> Missing(JToken? expected, JToken? actual, string path = "$")
    {
        switch (expected)
        {
            case null or { Type: JTokenType.Null }:
                break;
            case JObject members:
                foreach (var member in members.Properties())
                {
                    foreach (var error in Missing(member.Value, (actual as JObject)?[member.Name], $"{path}.{member.Name}"))
                    {
                        yield return error;
                    }
                }

                break;
            case JArray items:
                if (actual is not JArray others || others.Count != items.Count)
                {
                    yield return $"{path}: {items.Count} items expected, found {actual}";
                    break;
                }

                for (var index = 0; index < items.Count; index++)
                {
                    foreach (var error in Missing(items[index], others[index], $"{path}[{index}]"))
                    {
                        yield return error;
                    }
                }

                break;
            default:
                if (!IsSame(expected, actual))
                {
                    yield return $"{path}: {expected} expected, found {actual ?? "nothing"}";
                }

                break;
        }
    }

    private static bool IsSame(JToken expected, JToken? actual)
    {
        if (actual is null)
        {
            return false;
        }

        if (IsNumber(expected) && IsNumber(actual))
        {
            // Recordings are read as doubles, the SDK's money is decimal: their last digits may differ.
            return Math.Abs((double)expected - (double)actual) <= Math.Abs((double)expected) * 1e-14;
        }

        return JToken.DeepEquals(expected, actual)
            || (TryInstant(expected, out var one) && TryInstant(actual, out var other) && one == other);
    }

    private static bool IsNumber(JToken token) => token.Type is JTokenType.Integer or JTokenType.Float;

    private static bool TryInstant(JToken token, out DateTimeOffset instant)
    {
        instant = default;
        return token.Type is JTokenType.String
            && DateTimeOffset.TryParse((string?)token, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
    }
}

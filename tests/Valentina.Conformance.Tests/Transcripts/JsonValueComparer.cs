using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Valentina.Conformance.Transcripts;

/// <summary>Compares JSON by value: instants as instants, numbers as numbers, members without order.</summary>
internal static class JsonValueComparer
{
    /// <summary>The first differences between what was recorded and what was written back; empty when they agree.</summary>
    /// <param name="recorded">What the server sent or received.</param>
    /// <param name="written">What the SDK writes.</param>
    /// <param name="allowExtra">Whether a member that says nothing counts as the absent one: a null on either side, an empty list or object
    /// that was not recorded.</param>
    public static IReadOnlyList<string> Differences(JToken? recorded, JToken? written, bool allowExtra = false)
    {
        var found = new List<string>();
        Compare(recorded, written, "", allowExtra, found);
        return found;
    }

    private static void Compare(JToken? recorded, JToken? written, string pointer, bool allowExtra, List<string> found)
    {
        switch (recorded, written)
        {
            case (JObject left, JObject right):
                foreach (var property in left.Properties())
                {
                    var other = right.Property(property.Name, StringComparison.Ordinal);
                    if (other is null && allowExtra && property.Value.Type == JTokenType.Null)
                    {
                        continue;
                    }

                    if (other is null)
                    {
                        found.Add($"{pointer}/{property.Name} is missing");
                    }
                    else
                    {
                        Compare(property.Value, other.Value, $"{pointer}/{property.Name}", allowExtra, found);
                    }
                }

                foreach (var property in right.Properties())
                {
                    if (left.Property(property.Name, StringComparison.Ordinal) is null && !(allowExtra && SaysNothing(property.Value)))
                    {
                        found.Add($"{pointer}/{property.Name} was invented: {property.Value.ToString(Newtonsoft.Json.Formatting.None)}");
                    }
                }

                break;
            case (JArray left, JArray right):
                if (left.Count != right.Count)
                {
                    found.Add($"{pointer} has {left.Count} items, not {right.Count}");
                    break;
                }

                for (var i = 0; i < left.Count; i++)
                {
                    Compare(left[i], right[i], $"{pointer}/{i}", allowExtra, found);
                }

                break;
            default:
                if (!SameValue(recorded, written))
                {
                    found.Add($"{pointer}: {Show(recorded)} became {Show(written)}");
                }

                break;
        }
    }

    /// <summary>Null, an empty list or map, and the count of something of which there is none.</summary>
    private static bool SaysNothing(JToken value)
        => value.Type == JTokenType.Null || value is JContainer { Count: 0 } || value is JValue { Value: 0L };

    private static string Show(JToken? token) => token?.ToString(Newtonsoft.Json.Formatting.None) ?? "nothing";

    private static bool SameValue(JToken? recorded, JToken? written)
    {
        if (recorded is null || written is null)
        {
            return (recorded is null || recorded.Type == JTokenType.Null) && (written is null || written.Type == JTokenType.Null);
        }

        if (JToken.DeepEquals(recorded, written))
        {
            return true;
        }

        if (IsNumber(recorded) && IsNumber(written))
        {
            return recorded.Value<double>() == written.Value<double>();
        }

        return recorded.Type == JTokenType.String && written.Type == JTokenType.String
            && Instant((string)recorded!) is { } left && Instant((string)written!) is { } right
            && left == right;
    }

    private static bool IsNumber(JToken token) => token.Type is JTokenType.Integer or JTokenType.Float;

    private static DateTimeOffset? Instant(string text)
        => text.Length >= 19 && text[10] == 'T'
           && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? value
            : null;
}

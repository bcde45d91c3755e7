using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Refusals;

/// <summary>The overlay action that settles a refusal.</summary>
/// <param name="Target">What it is about.</param>
/// <param name="Update">What it merges into the target; null = it takes the target out.</param>
public sealed record Cure(JsonPointer Target, JsonObject? Update)
{
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes something out of the document.</summary>
    /// <param name="target">What.</param>
    public static Cure Remove(JsonPointer target) => new(target, null);

    /// <summary>Gives something a member.</summary>
    /// <param name="target">What.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="value">Its value.</param>
    public static Cure Set(JsonPointer target, string member, JsonNode value) => new(target, new JsonObject { [member] = value });

    /// <summary>
    /// The action in one line, ready to be pasted into the overlay; its reason and its test are for a person to write.
    /// </summary>
    /// <param name="document">The document the target is in: it tells an index from a name made of digits.</param>
    public string ToAction(JsonNode? document)
    {
        var action = new JsonObject { ["target"] = PathTo(document) };
        if (Update is null)
        {
            action["remove"] = true;
        }
        else
        {
            action["update"] = Update.DeepClone();
        }

        action["x-reason"] = "Say why.";
        action["x-test"] = "Name_the_test_that_shows_it";
        return string.Concat(action.ToJsonString(OneLine).Select(c =>
            c is >= ' ' and <= '~' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")));
    }

    /// <summary>The target as a path. A name that no path can hold is left to its holder.</summary>
    private string PathTo(JsonNode? document)
    {
        var path = "$";
        foreach (var step in Target.Steps())
        {
            var isIndex = document is JsonArray;
            document = document switch
            {
                JsonArray items when IndexOf(step) is { } index && index < items.Count => items[index],
                JsonObject members => members[step],
                _ => null,
            };
            var isSimple = !step.Contains('\'', StringComparison.Ordinal);
            if (step.Contains('\\', StringComparison.Ordinal) || (!isSimple && step.Contains('"', StringComparison.Ordinal)))
            {
                return path;
            }

            var quote = isSimple ? '\'' : '"';
            path += isIndex ? $"[{step}]"
                : step.Length > 0 && step.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? $".{step}"
                : $"[{quote}{step}{quote}]";
        }

        return path;
    }

    private static int? IndexOf(string step)
        => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}

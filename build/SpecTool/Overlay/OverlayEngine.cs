using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Overlay;

/// <summary>What became of one action.</summary>
/// <param name="Action">The action.</param>
/// <param name="Matched">How many values its target selected.</param>
/// <param name="Changed">How many of them it changed.</param>
/// <param name="Problem">Why it could not be applied; <see langword="null"/> when it was.</param>
public sealed record OverlayOutcome(OverlayAction Action, int Matched, int Changed, string? Problem);

/// <summary>Applies an overlay to a document.</summary>
public static class OverlayEngine
{
    /// <summary>Applies every action in order and tells what became of each. The document is changed in place.</summary>
    public static IReadOnlyList<OverlayOutcome> Apply(JsonObject document, OverlayDocument overlay)
        => [.. overlay.Actions.Select(action => Apply(document, action))];

    /// <summary>Applies one action. The document is changed in place.</summary>
    public static OverlayOutcome Apply(JsonObject document, OverlayAction action)
    {
        var matches = action.Target.Select(document);
        if (matches.Count == 0)
        {
            return new OverlayOutcome(action, 0, 0, "The target matches nothing in the document.");
        }

        try
        {
            var changed = action.Update is { } update ? matches.Count(match => Update(match, update)) : Remove(matches);
            return changed == 0
                ? new OverlayOutcome(action, matches.Count, 0, "The document already says what the action says.")
                : new OverlayOutcome(action, matches.Count, changed, null);
        }
        catch (SpecException ex)
        {
            return new OverlayOutcome(action, matches.Count, 0, ex.Message);
        }
    }

    private static bool Update(JsonPathMatch match, JsonNode update)
    {
        switch (match.Value)
        {
            case JsonArray items:
                items.Add(update.DeepClone());
                return true;
            case JsonObject members when update is JsonObject additions:
                return OverlayMerge.Into(members, additions, match.Place);
            default:
                throw new SpecException(match.Place, "Only an object or a list can be updated, and an object only by an object.");
        }
    }

    private static int Remove(IReadOnlyList<JsonPathMatch> matches)
    {
        // Backwards, so that earlier places in the same list stay where they are.
        foreach (var match in matches.Reverse())
        {
            switch (match.Holder)
            {
                case JsonObject members:
                    members.Remove(match.Name!);
                    break;
                case JsonArray items:
                    items.RemoveAt(match.Index);
                    break;
                default:
                    throw new SpecException(match.Place, "The whole document cannot be removed.");
            }
        }

        return matches.Count;
    }
}

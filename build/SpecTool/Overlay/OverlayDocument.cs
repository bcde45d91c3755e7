using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Overlay;

/// <summary>Our corrections to one published document, in the form of OpenAPI Overlay 1.0.</summary>
public sealed class OverlayDocument
{
    private static readonly HashSet<string> RootMembers = ["overlay", "info", "extends", "actions"];
    private static readonly HashSet<string> ActionMembers = ["target", "description", "update", "remove", "x-reason", "x-test"];

    private OverlayDocument(IReadOnlyList<OverlayAction> actions) => Actions = actions;

    /// <summary>The corrections, in the order in which they are applied.</summary>
    public IReadOnlyList<OverlayAction> Actions { get; }

    /// <summary>The same overlay without one of its corrections, to see what the document is like when it is missing.</summary>
    public OverlayDocument Without(OverlayAction action) => new([.. Actions.Where(other => other.Index != action.Index)]);

    /// <summary>Reads an overlay; anything it does not know is refused.</summary>
    /// <exception cref="SpecException">The overlay is malformed, or an action lacks its reason or its test.</exception>
    public static OverlayDocument Parse(JsonObject overlay)
    {
        RefuseUnknown(overlay, RootMembers, JsonPointer.Root);
        if (Text(overlay, "overlay", JsonPointer.Root) is not "1.0.0")
        {
            throw new SpecException(JsonPointer.Root.Child("overlay"), "Only Overlay 1.0.0 is understood.");
        }

        var place = JsonPointer.Root.Child("actions");
        if (overlay["actions"] is not JsonArray actions)
        {
            throw new SpecException(place, "A list of actions is expected.");
        }

        return new OverlayDocument([.. actions.Select((action, index) => ParseAction(action, index, place.Child(index)))]);
    }

    private static OverlayAction ParseAction(JsonNode? node, int index, JsonPointer place)
    {
        if (node is not JsonObject action)
        {
            throw new SpecException(place, "An action is an object.");
        }

        RefuseUnknown(action, ActionMembers, place);
        var removes = action["remove"] is JsonValue flag && flag.GetValueKind() == JsonValueKind.True;
        if (removes == action.ContainsKey("update"))
        {
            throw new SpecException(place, "An action either updates or removes.");
        }

        if (!removes && action["update"] is null)
        {
            throw new SpecException(place.Child("update"), "There is nothing to merge.");
        }

        JsonPath target;
        try
        {
            target = JsonPath.Parse(Text(action, "target", place));
        }
        catch (FormatException ex)
        {
            throw new SpecException(place.Child("target"), ex.Message);
        }

        return new OverlayAction(index, target, action["update"], Text(action, "x-reason", place), Text(action, "x-test", place));
    }

    private static string Text(JsonObject holder, string name, JsonPointer place)
        => holder[name] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw new SpecException(place.Child(name), "A text is expected here.");

    private static void RefuseUnknown(JsonObject holder, HashSet<string> known, JsonPointer place)
    {
        foreach (var (name, _) in holder)
        {
            if (!known.Contains(name))
            {
                throw new SpecException(place.Child(name), "An overlay has no such member.");
            }
        }
    }
}

using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Overlay;

/// <summary>The merge of Overlay 1.0: objects member by member, lists by appending, everything else by replacing.</summary>
public static class OverlayMerge
{
    /// <summary>Merges <paramref name="additions"/> into <paramref name="target"/>.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="SpecException">An object meets a list or a plain value.</exception>
    public static bool Into(JsonObject target, JsonObject additions, JsonPointer place)
    {
        var changed = false;
        foreach (var (name, addition) in additions)
        {
            if (!target.TryGetPropertyValue(name, out var present))
            {
                target.Add(name, addition?.DeepClone());
                changed = true;
                continue;
            }

            changed |= Combine(target, name, present, addition, place.Child(name));
        }

        return changed;
    }

    private static bool Combine(JsonObject holder, string name, JsonNode? present, JsonNode? addition, JsonPointer place)
    {
        switch (present, addition)
        {
            case (JsonObject members, JsonObject more):
                return Into(members, more, place);
            case (JsonArray items, JsonArray more):
                foreach (var item in more)
                {
                    items.Add(item?.DeepClone());
                }

                return more.Count > 0;
            case (JsonObject or JsonArray, _) or (_, JsonObject or JsonArray):
                throw new SpecException(place, "The kinds differ: remove the published value first.");
            default:
                if (JsonNode.DeepEquals(present, addition))
                {
                    return false;
                }

                holder[name] = addition?.DeepClone();
                return true;
        }
    }
}

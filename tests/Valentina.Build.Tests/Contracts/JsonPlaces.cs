using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Contracts;

/// <summary>Changes a document at places named by JSON pointers.</summary>
internal static class JsonPlaces
{
    /// <summary>Puts a value at a place; the last step may be new, and <c>-</c> appends to a list.</summary>
    public static JsonObject Put(this JsonObject document, string pointer, string json)
    {
        var (holder, last) = Holder(document, pointer);
        var value = JsonNode.Parse(json);
        switch (holder)
        {
            case JsonArray list when last == "-":
                list.Add(value);
                break;
            case JsonArray list:
                list[int.Parse(last, System.Globalization.CultureInfo.InvariantCulture)] = value;
                break;
            default:
                holder.AsObject()[last] = value;
                break;
        }

        return document;
    }

    /// <summary>Takes what stands at a place away.</summary>
    public static JsonObject Take(this JsonObject document, string pointer)
    {
        var (holder, last) = Holder(document, pointer);
        holder.AsObject().Remove(last);
        return document;
    }

    private static (JsonNode Holder, string Last) Holder(JsonObject document, string pointer)
    {
        var steps = pointer.Split('/').Skip(1)
            .Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
        JsonNode node = document;
        foreach (var step in steps[..^1])
        {
            node = (node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node[step])
                ?? throw new ArgumentException($"There is no '{step}' in {pointer}.", nameof(pointer));
        }

        return (node, steps[^1]);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Drift;

/// <summary>Applies a JSON patch (RFC 6902: add, replace, remove, move), so that a fixture shows nothing but its change.</summary>
internal static class JsonEdits
{
    public static JsonObject Apply(JsonObject document, JsonArray? edits)
    {
        var edited = (JsonObject)document.DeepClone();
        foreach (var edit in edits ?? [])
        {
            var path = edit!["path"]!.GetValue<string>();
            switch (edit["op"]!.GetValue<string>())
            {
                case "add":
                    Add(edited, path, edit["value"]?.DeepClone());
                    break;
                case "replace":
                    Take(edited, path);
                    Add(edited, path, edit["value"]?.DeepClone());
                    break;
                case "remove":
                    Take(edited, path);
                    break;
                case "move":
                    Add(edited, path, Take(edited, edit["from"]!.GetValue<string>()));
                    break;
                default:
                    throw new ArgumentException($"The edit {edit.ToJsonString()} is not understood.");
            }
        }

        return edited;
    }

    public static JsonNode? Find(JsonNode root, string pointer)
    {
        var node = root;
        foreach (var part in Parts(pointer))
        {
            node = node is JsonArray list ? list[int.Parse(part, CultureInfo.InvariantCulture)] : node?[part];
        }

        return node;
    }

    public static string[] Parts(string pointer)
        => [.. pointer.Split('/').Skip(1)
            .Select(part => part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    private static (JsonNode Holder, string Name) Holder(JsonObject root, string pointer)
    {
        var holder = Find(root, pointer[..pointer.LastIndexOf('/')])
            ?? throw new ArgumentException($"Nothing stands at {pointer}.");
        return (holder, Parts(pointer)[^1]);
    }

    private static void Add(JsonObject root, string pointer, JsonNode? value)
    {
        var (holder, name) = Holder(root, pointer);
        if (holder is JsonArray list)
        {
            list.Insert(name == "-" ? list.Count : int.Parse(name, CultureInfo.InvariantCulture), value);
        }
        else
        {
            holder.AsObject().Add(name, value);
        }
    }

    private static JsonNode? Take(JsonObject root, string pointer)
    {
        var (holder, name) = Holder(root, pointer);
        if (holder is JsonArray list)
        {
            var index = int.Parse(name, CultureInfo.InvariantCulture);
            var item = list[index];
            list.RemoveAt(index);
            return item;
        }

        var map = holder.AsObject();
        if (!map.ContainsKey(name))
        {
            throw new ArgumentException($"Nothing stands at {pointer}.");
        }

        var value = map[name];
        map.Remove(name);
        return value;
    }
}

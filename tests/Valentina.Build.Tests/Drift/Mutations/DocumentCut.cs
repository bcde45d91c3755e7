using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>Cuts some operations out of a document, with every component they reach and no other.</summary>
internal static class DocumentCut
{
    public static JsonObject Of(JsonObject whole, Func<JsonObject, bool> wanted)
    {
        var cut = (JsonObject)whole.DeepClone();
        var paths = cut["paths"]!.AsObject();
        foreach (var (path, item) in paths.ToList())
        {
            foreach (var (method, _) in item!.AsObject().Where(entry => !wanted(entry.Value!.AsObject())).ToList())
            {
                item.AsObject().Remove(method);
            }

            if (item.AsObject().Count == 0)
            {
                paths.Remove(path);
            }
        }

        var reached = Reach(cut);
        foreach (var (kind, components) in cut["components"]!.AsObject().Where(section => section.Key != "securitySchemes"))
        {
            var names = components!.AsObject().Select(entry => entry.Key).ToList();
            foreach (var name in names.Where(name => !reached.Contains($"#/components/{kind}/{name}")))
            {
                components.AsObject().Remove(name);
            }
        }

        return cut;
    }

    private static HashSet<string> Reach(JsonObject document)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<JsonNode?>([document["paths"]]);
        while (open.TryPop(out var node))
        {
            foreach (var reference in References(node).Where(reached.Add))
            {
                open.Push(JsonEdits.Find(document, reference[1..]));
            }
        }

        return reached;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry is { Key: "$ref", Value: JsonValue reference }
            ? [reference.GetValue<string>()]
            : References(entry.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}

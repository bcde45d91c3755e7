using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;

namespace Valentina.Build.Tests.Contracts;

/// <summary>A few operations of one of the published contracts, with those corrections of its overlay that are about them.</summary>
internal static class RealContract
{
    private static readonly string[] Sections = ["schemas", "responses", "headers"];

    public static (JsonObject Document, JsonArray Actions) Cut(string api, params string[] operations)
    {
        var folder = Path.Combine(RepositoryRoot.Path, "openapi");
        var document = JsonText.ReadObject(Path.Combine(folder, api + ".json"));
        foreach (var (path, item) in document["paths"]!.AsObject().ToList())
        {
            foreach (var (method, _) in item!.AsObject().Where(o => !operations.Contains(o.Value?["operationId"]?.ToString())).ToList())
            {
                item!.AsObject().Remove(method);
            }

            if (item!.AsObject().Count == 0)
            {
                document["paths"]!.AsObject().Remove(path);
            }
        }

        RemoveUnused(document);
        var overlay = JsonText.ReadObject(Path.Combine(folder, api + ".overlay.json"));
        var outcomes = OverlayEngine.Apply((JsonObject)document.DeepClone(), OverlayDocument.Parse(overlay));
        return (document, new JsonArray(
            [.. outcomes.Where(outcome => outcome.Problem is null).Select(outcome => overlay["actions"]![outcome.Action.Index]!.DeepClone())]));
    }

    private static void RemoveUnused(JsonObject document)
    {
        for (var removed = true; removed;)
        {
            removed = false;
            var text = document.ToJsonString();
            foreach (var section in Sections.Select(name => document["components"]?[name]).OfType<JsonObject>())
            {
                foreach (var (key, _) in section.Where(c => !text.Contains($"/{c.Key}\"", StringComparison.Ordinal)).ToList())
                {
                    section.Remove(key);
                    removed = true;
                }
            }
        }
    }
}

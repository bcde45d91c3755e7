using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;

namespace Valentina.Build.Tests.Contracts;

/// <summary>A few operations of one of the published contracts, with those corrections of its overlay that are about them.</summary>
internal static class RealContract
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "openapi");

    /// <summary>The published document with these operations only.</summary>
    public static JsonObject Cut(string api, params string[] operations)
    {
        var document = JsonText.ReadObject(Path.Combine(Folder, api + ".json"));
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

        return document;
    }

    /// <summary>The corrections that have something to correct in a changed cut.</summary>
    public static JsonArray Actions(string api, JsonObject document)
    {
        var overlay = JsonText.ReadObject(Path.Combine(Folder, api + ".overlay.json"));
        var outcomes = OverlayEngine.Apply((JsonObject)document.DeepClone(), OverlayDocument.Parse(overlay));
        return [.. outcomes.Where(o => o.Problem is null).Select(o => overlay["actions"]![o.Action.Index]!.DeepClone())];
    }
}

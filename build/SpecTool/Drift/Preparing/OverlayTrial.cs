using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Updating;
using Valentina.SpecTool.Overlay;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Drift.Preparing;

/// <summary>
/// Merges our corrections into a document nobody has adapted them to. A correction that would leave a reference to nowhere (the server
/// has moved what it speaks of) is left out and becomes a finding, as one that finds nothing to correct does.
/// </summary>
internal static class OverlayTrial
{
    /// <summary>How the problem of a correction begins that was left out.</summary>
    public const string Unfit = "It no longer fits: ";

    /// <summary>Merges the corrections that fit into a document.</summary>
    /// <param name="published">The document; it is not changed.</param>
    /// <param name="overlay">The corrections.</param>
    /// <returns>The document with its words, and what there is to say about it as it would be pinned: without them.</returns>
    public static (JsonObject Root, PrepareReport Report) Prepare(JsonObject published, OverlayDocument overlay)
    {
        var bare = Structure.Of(published);
        var own = Dangling(bare).ToHashSet(StringComparer.Ordinal);
        var unfit = new Dictionary<int, string>();
        while (true)
        {
            var fitting = overlay.Actions.Where(action => unfit.ContainsKey(action.Index))
                .Aggregate(overlay, (left, action) => left.Without(action));
            var prepared = Preparer.Prepare(bare, fitting, PrepareMode.Tolerant);
            var dangling = Dangling(prepared.Root).Where(reference => !own.Contains(reference)).Distinct(StringComparer.Ordinal).ToList();
            var culprits = Culprits(bare, fitting, dangling);
            if (dangling.Count == 0 || culprits.Count == 0)
            {
                var root = (JsonObject)published.DeepClone();
                OverlayEngine.Apply(root, fitting);
                return (root, WithUnfit(prepared.Report, overlay, unfit));
            }

            foreach (var (index, reference) in culprits)
            {
                unfit[index] = $"{Unfit}it leads to {reference}, which the document does not have.";
            }
        }
    }

    private static IEnumerable<string> Dangling(JsonObject root) => DocumentWalk.References(root)
        .Select(entry => entry.Reference)
        .Where(reference => reference.StartsWith("#/", StringComparison.Ordinal)
            && Pointers.Find(root, Uri.UnescapeDataString(reference[1..])) is null);

    /// <summary>The corrections that bring a dangling reference in, or take away what a reference leads to.</summary>
    private static List<(int Index, string Reference)> Culprits(JsonObject published, OverlayDocument overlay, List<string> dangling)
    {
        var writers = overlay.Actions
            .Select(action => (action.Index, Reference: References(action.Update).FirstOrDefault(dangling.Contains)))
            .Where(found => found.Reference is not null)
            .Select(found => (found.Index, found.Reference!))
            .ToList();
        if (writers.Count > 0)
        {
            return writers;
        }

        return [.. overlay.Actions
            .Where(action => action.Update is null)
            .Select(action => (action.Index, Reference: dangling.Find(reference => Removes(action, published, reference))))
            .Where(found => found.Reference is not null)
            .Select(found => (found.Index, found.Reference!))];
    }

    private static IEnumerable<string> References(JsonNode? update) => DocumentWalk.References(update).Select(entry => entry.Reference);

    private static bool Removes(OverlayAction action, JsonObject published, string reference) => action.Target.Select(published)
        .Any(match => reference[1..] == match.Place.Text || reference[1..].StartsWith(match.Place.Text + "/", StringComparison.Ordinal));

    private static PrepareReport WithUnfit(PrepareReport report, OverlayDocument overlay, Dictionary<int, string> unfit) => report with
    {
        Actions = [.. report.Actions
            .Concat(overlay.Actions
                .Where(action => unfit.ContainsKey(action.Index))
                .Select(action => new OverlayOutcome(action, 0, 0, unfit[action.Index])))
            .OrderBy(outcome => outcome.Action.Index)],
    };
}

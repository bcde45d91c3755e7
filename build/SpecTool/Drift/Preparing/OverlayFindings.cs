using System.Globalization;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Rules;
using Valentina.SpecTool.Prepare;
using DriftFinding = Valentina.SpecTool.Drift.Findings.Finding;

namespace Valentina.SpecTool.Drift.Preparing;

/// <summary>What the new document does to our corrections and to the pipeline behind them.</summary>
internal static class OverlayFindings
{
    /// <summary>
    /// The corrections that took hold in the old document and do not in the new one, and what the pipeline newly refuses.
    /// </summary>
    public static IEnumerable<DriftFinding> Compare(PrepareReport? old, PrepareReport? now)
    {
        if (now is null)
        {
            yield break;
        }

        var idle = (old?.Actions ?? []).Where(outcome => outcome.Problem is not null).Select(outcome => outcome.Action.Index).ToHashSet();
        foreach (var outcome in now.Actions.Where(outcome => outcome.Problem is not null && !idle.Contains(outcome.Action.Index)))
        {
            var index = outcome.Action.Index.ToString(CultureInfo.InvariantCulture);
            yield return New(
                outcome.Problem!.StartsWith(OverlayTrial.Unfit, StringComparison.Ordinal) ? "overlay-action-unfit"
                    : outcome.Matched == 0 ? "overlay-action-unmatched"
                    : "overlay-action-superfluous",
                $"/actions/{index}",
                $"{outcome.Action.Target}",
                outcome.Problem,
                outcome.Action.Reason);
        }

        var known = (old?.Errors ?? []).Select(error => error.ToString()).ToHashSet(StringComparer.Ordinal);
        foreach (var error in now.Errors.Where(error => !IsAction(error) && !known.Contains(error.ToString())))
        {
            yield return New("document-refused", error.Place.ToString(), null, error.Text, error.Text);
        }
    }

    private static bool IsAction(PrepareFinding error) => error.Place.Text.StartsWith("/actions/", StringComparison.Ordinal);

    private static DriftFinding New(string rule, string pointer, string? old, string? now, string subject) => new()
    {
        Rule = ChangeRules.ById(rule),
        Pointer = pointer,
        Key = old is null ? pointer : $"/actions/{old}",
        Old = old,
        New = now,
        Subject = subject,
        Operations = [],
        Methods = [],
    };
}

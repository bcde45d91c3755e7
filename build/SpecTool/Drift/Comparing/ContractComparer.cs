using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Rules;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Compares two contracts and says what the difference means for the users of this SDK.</summary>
public static class ContractComparer
{
    /// <summary>Finds every difference between two contracts.</summary>
    /// <param name="old">The contract the SDK was made from.</param>
    /// <param name="now">The contract as it stands.</param>
    /// <param name="options">The day and what else matters; null = the defaults.</param>
    /// <returns>The findings in their fixed order: gravest first, then by place and id.</returns>
    public static IReadOnlyList<Finding> Compare(Contract old, Contract now, CompareOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(now);
        options ??= new CompareOptions();
        var findings = new FindingCollector(options.Map);
        foreach (var change in SecurityComparer.Schemes(old, now).Concat(ServerComparer.Compare(old, now)).Concat(Webhooks(old, now)))
        {
            findings.Add(change, []);
        }

        var comparer = new SchemaComparer(old, now);
        var pairs = OperationMatch.Match(old, now);
        foreach (var (before, after) in pairs.Same)
        {
            foreach (var change in new OperationComparer(comparer, old, now).Compare(before, after).Reached())
            {
                findings.Add(change, [after]);
            }
        }

        foreach (var (before, after) in pairs.Moved)
        {
            findings.Add(OperationMatch.Removal(before, now, options.Today, after), [before]);
        }

        foreach (var before in pairs.Gone)
        {
            findings.Add(OperationMatch.Removal(before, now, options.Today), [before]);
        }

        foreach (var after in pairs.New)
        {
            findings.Add(
                new Scope("endpoint", after.SdkName ?? after.Address).Change("added", after.Pointer, null, after.Address), [after]);
        }

        AddVersion(old, now, findings);
        return findings.Sorted(options.Texts);
    }

    private static IEnumerable<Change> Webhooks(Contract old, Contract now)
    {
        if (old.Webhooks?.Text != now.Webhooks?.Text)
        {
            yield return new Scope("api", now.Webhooks?.Names ?? old.Webhooks!.Names)
                .Named("webhooks-changed", "/webhooks", old.Webhooks?.Names, now.Webhooks?.Names);
        }
    }

    private static void AddVersion(Contract old, Contract now, FindingCollector findings)
    {
        var graver = findings.All.Any(finding => finding.Rule.Wire == Verdict.Breaking);
        if (graver && !ApiVersion.PromisesABreak(old.Version, now.Version))
        {
            findings.Add(
                new Scope("api", "info.version").Change("major-version-not-bumped", "/info/version", old.Version, now.Version), []);
        }
    }
}

using System.Globalization;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Rules;

namespace Valentina.SpecTool.Drift.Accepting;

/// <summary>Findings sorted by whether they are accepted.</summary>
/// <param name="Open">The findings that count, with those about the acceptances themselves.</param>
/// <param name="Accepted">The findings that do not, with the decision.</param>
public sealed record Acceptance(IReadOnlyList<Finding> Open, IReadOnlyList<(Finding Finding, AcceptedFinding Decision)> Accepted)
{
    /// <summary>Applies a file of accepted findings to what was found in one API.</summary>
    /// <param name="findings">What was found.</param>
    /// <param name="file">What is accepted.</param>
    /// <param name="api">The API the findings are about.</param>
    /// <param name="today">The day the decisions must still hold on.</param>
    public static Acceptance Apply(IReadOnlyList<Finding> findings, AcceptanceFile file, string api, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(file);
        var open = new List<Finding>();
        var accepted = new List<(Finding, AcceptedFinding)>();
        var used = new HashSet<AcceptedFinding>();
        foreach (var finding in findings)
        {
            var decision = file.Entries.FirstOrDefault(entry => entry.Api == api && entry.Fingerprint == finding.Fingerprint);
            if (decision is not null && used.Add(decision) && decision.Until >= today)
            {
                accepted.Add((finding, decision));
            }
            else
            {
                open.Add(finding);
            }
        }

        foreach (var entry in file.Entries.Where(entry => entry.Api == api))
        {
            if (!used.Contains(entry))
            {
                open.Add(About("acceptance-unmatched", entry));
            }
            else if (entry.Until < today)
            {
                open.Add(About("acceptance-expired", entry));
            }
        }

        return new Acceptance(open, accepted);
    }

    private static Finding About(string rule, AcceptedFinding entry)
    {
        var pointer = $"/accepted/{entry.Index.ToString(CultureInfo.InvariantCulture)}";
        return new Finding
        {
            Rule = ChangeRules.ById(rule),
            Pointer = pointer,
            Key = $"/accepted/{entry.Fingerprint}",
            Old = $"{entry.Fingerprint} {entry.Id}",
            New = $"until {entry.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            Subject = entry.Id,
            Operations = [],
            Methods = [],
        };
    }
}

using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Rules;

namespace Valentina.SpecTool.Drift.Findings;

/// <summary>Gathers changes; the same change seen from several operations is one finding.</summary>
internal sealed class FindingCollector(SdkMap map)
{
    private readonly Dictionary<(string Rule, string Key, string? Old, string? New), Entry> _found = [];

    public IEnumerable<Finding> All => _found.Values.Select(entry => entry.Finding);

    public void Add(Change change, IReadOnlyList<Operation> operations)
    {
        var key = (change.Rule, change.Key, change.Old, change.New);
        if (!_found.TryGetValue(key, out var entry))
        {
            _found[key] = entry = new Entry(change, [], []);
        }
        else if (entry.Change.IsError && !change.IsError)
        {
            // What is part of a success too counts as such.
            _found[key] = entry = entry with { Change = change };
        }

        foreach (var operation in operations.Where(operation => !entry.Operations.Contains(operation.Address)))
        {
            entry.Operations.Add(operation.Address);
            entry.Methods.AddRange(map.MethodsOf(operation).Except(entry.Methods, StringComparer.Ordinal));
        }
    }

    /// <summary>The findings in their fixed order.</summary>
    public IReadOnlyList<Finding> Sorted(bool texts) => FindingOrder.Sort(All.Where(finding => texts || !finding.Rule.Texts));

    private sealed record Entry(Change Change, List<string> Operations, List<string> Methods)
    {
        public Finding Finding => new()
        {
            Rule = Change.IsError ? ChangeRules.InErrors(Change.Rule) : ChangeRules.ById(Change.Rule),
            Pointer = Change.Pointer,
            Key = Change.Key,
            Old = Change.Old,
            New = Change.New,
            Subject = Change.Subject,
            Operations = Operations,
            Methods = Methods,
        };
    }
}

using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Rules;

namespace Valentina.SpecTool.Drift.Findings;

/// <summary>Gathers changes; the same change seen from several operations is one finding.</summary>
internal sealed class FindingCollector(SdkMap map)
{
    private readonly Dictionary<
        (string Rule, string Key, string? Old, string? New), (Finding Finding, List<string> Operations, List<string> Methods)> _found = [];

    public IEnumerable<Finding> All => _found.Values.Select(entry => entry.Finding);

    public void Add(Change change, IReadOnlyList<Operation> operations)
    {
        var key = (change.Rule, change.Key, change.Old, change.New);
        if (!_found.TryGetValue(key, out var entry))
        {
            List<string> addresses = [];
            List<string> methods = [];
            entry = _found[key] = (new Finding
            {
                Rule = ChangeRules.ById(change.Rule),
                Pointer = change.Pointer,
                Key = change.Key,
                Old = change.Old,
                New = change.New,
                Subject = change.Subject,
                Operations = addresses,
                Methods = methods,
            }, addresses, methods);
        }

        foreach (var operation in operations.Where(operation => !entry.Operations.Contains(operation.Address)))
        {
            entry.Operations.Add(operation.Address);
            entry.Methods.AddRange(map.MethodsOf(operation).Except(entry.Methods, StringComparer.Ordinal));
        }
    }

    /// <summary>The findings in their fixed order.</summary>
    public IReadOnlyList<Finding> Sorted(bool texts) => FindingOrder.Sort(All.Where(finding => texts || !finding.Rule.Texts));
}

using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Which operation became which.</summary>
/// <param name="Same">At the same address.</param>
/// <param name="Moved">The same operation id at another address.</param>
/// <param name="Gone">Only in the old contract.</param>
/// <param name="New">Only in the new contract.</param>
internal sealed record OperationMatch(
    IReadOnlyList<(Operation Old, Operation Now)> Same,
    IReadOnlyList<(Operation Old, Operation Now)> Moved,
    IReadOnlyList<Operation> Gone,
    IReadOnlyList<Operation> New)
{
    public static OperationMatch Match(Contract old, Contract now)
    {
        var byAddress = now.Operations.GroupBy(Address).ToDictionary(group => group.Key, group => group.First());
        List<(Operation, Operation)> same = [];
        List<(Operation, Operation)> moved = [];
        List<Operation> gone = [];
        var left = now.Operations.ToHashSet();
        foreach (var before in old.Operations)
        {
            if (byAddress.TryGetValue(Address(before), out var after) && left.Remove(after))
            {
                same.Add((before, after));
            }
            else
            {
                gone.Add(before);
            }
        }

        foreach (var before in gone.ToList())
        {
            if (before.Id is not null && left.FirstOrDefault(candidate => candidate.Id == before.Id) is { } after)
            {
                left.Remove(after);
                gone.Remove(before);
                moved.Add((before, after));
            }
        }

        return new OperationMatch(same, moved, gone, [.. now.Operations.Where(left.Contains)]);

        static (string, string) Address(Operation operation) => (operation.Method, operation.Pattern);
    }

    /// <summary>The change that an operation is no longer where it was.</summary>
    public static Change Removal(Operation before, Contract now, DateOnly today, Operation? moved = null)
    {
        var pathStays = now.Operations.Any(operation => operation.Pattern == before.Pattern);
        var how = before switch
        {
            { Deprecated: true, Sunset: { } day } when day < today => "removed-with-deprecation",
            { Deprecated: true, Sunset: not null } => "removed-before-sunset",
            _ => "removed-without-deprecation",
        };
        return new Scope(pathStays ? "api" : "api-path", before.SdkName ?? before.Address)
            .Change(how, before.Pointer, before.Address, moved?.Address);
    }
}

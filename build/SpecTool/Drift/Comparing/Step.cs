namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>
/// What one pair of places differs in, and the pairs reached from it. A pair is compared once; every operation that
/// reaches it shares its changes.
/// </summary>
internal sealed class Step
{
    public List<Change> Changes { get; } = [];

    public List<Step> Next { get; } = [];

    /// <summary>All changes of this pair and of those it reaches.</summary>
    public IEnumerable<Change> Reached()
    {
        var seen = new HashSet<Step> { this };
        var open = new Stack<Step>([this]);
        while (open.TryPop(out var step))
        {
            foreach (var change in step.Changes)
            {
                yield return change;
            }

            foreach (var next in step.Next.Where(seen.Add))
            {
                open.Push(next);
            }
        }
    }
}

/// <summary>One difference.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Pointer">Where: in the new document, or in the old one if it is gone.</param>
/// <param name="Key">The same place without what shifts when something else moves.</param>
/// <param name="Old">What stood there.</param>
/// <param name="New">What stands there.</param>
/// <param name="Subject">The method, model or member, as its users name it.</param>
internal sealed record Change(string Rule, string Pointer, string Key, string? Old, string? New, string Subject)
{
    /// <summary>Whether this is inside an error answer.</summary>
    public bool IsError { get; init; }
}

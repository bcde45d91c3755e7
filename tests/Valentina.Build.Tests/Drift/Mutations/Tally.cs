namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>How well the changes were found.</summary>
internal sealed class Tally
{
    private readonly HashSet<int> _classes = [];
    private int _expected;
    private int _found;
    private int _right;

    public int Mutations { get; private set; }

    public int Classes => _classes.Count;

    /// <summary>The share of what was to be found.</summary>
    public double Recall => (double)_right / _expected;

    /// <summary>The share of findings that are right.</summary>
    public double Precision => (double)_right / _found;

    /// <summary>Counts one change and says whether it was found exactly.</summary>
    public bool Add(int number, IReadOnlyList<string> expected, IReadOnlyList<string> found)
    {
        Mutations++;
        _classes.Add(number);
        var open = found.ToList();
        var right = expected.Count(id => open.Remove(id));
        _expected += expected.Count;
        _found += found.Count;
        _right += right;
        return right == expected.Count && open.Count == 0;
    }
}

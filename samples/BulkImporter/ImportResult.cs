namespace BulkImporter;

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    /// <summary>It was created now.</summary>
    Created,

    /// <summary>It was there: a run before this one, or somebody else, had created it.</summary>
    WasThere,

    /// <summary>It was not taken as it is, now or before.</summary>
    Refused,

    /// <summary>Nobody knows: the next run finds out.</summary>
    InDoubt,
}

/// <summary>What became of one row, as progress tells it.</summary>
/// <param name="Line">Where the row stands.</param>
/// <param name="Name">The character's name.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why, where it did not work.</param>
internal sealed record RowResult(int Line, string Name, RowOutcome Outcome, string? Reason = null);

/// <summary>What became of all rows.</summary>
/// <param name="Rows">The rows that were looked at.</param>
/// <param name="Left">How many were not, because too many had failed.</param>
internal sealed record ImportResult(IReadOnlyList<RowResult> Rows, int Left)
{
    /// <summary>Whether everything is on the server.</summary>
    public bool IsComplete => Left == 0 && Rows.All(row => row.Outcome is RowOutcome.Created or RowOutcome.WasThere);

    /// <summary>How many rows ended so.</summary>
    public int Count(RowOutcome outcome) => Rows.Count(row => row.Outcome == outcome);
}

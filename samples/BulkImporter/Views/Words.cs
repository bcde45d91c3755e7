namespace BulkImporter.Views;

/// <summary>The same words for both views.</summary>
internal static class Words
{
    public static string Of(RowResult row) => row.Outcome switch
    {
        RowOutcome.Created => "created",
        RowOutcome.WasThere => "was there",
        RowOutcome.Refused => $"refused, {row.Reason}",
        _ => $"no answer, {row.Reason}",
    };

    public static string Of(ImportResult result)
    {
        var numbers = $"{result.Count(RowOutcome.Created)} created, {result.Count(RowOutcome.WasThere)} were there, "
            + $"{result.Count(RowOutcome.Refused)} refused";
        var unknown = result.Count(RowOutcome.InDoubt);
        return unknown == 0 ? $"{numbers}." : $"{numbers}, {unknown} without an answer, {result.Left} not tried. Run it again in a minute.";
    }
}

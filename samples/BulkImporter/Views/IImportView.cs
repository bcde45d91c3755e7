using Valentina;

namespace BulkImporter.Views;

/// <summary>What a user sees of an import.</summary>
internal interface IImportView
{
    /// <summary>Says something in one line.</summary>
    void Say(string text);

    /// <summary>Shows how far the work is while it is done.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="work">The work; it tells how much it has read, and what became of each row.</param>
    Task<ImportResult> ShowAsync(int rows, Func<IProgress<PagingProgress>, IProgress<RowResult>, Task<ImportResult>> work);

    /// <summary>Says what became of everything.</summary>
    void Summarize(ImportResult result);
}

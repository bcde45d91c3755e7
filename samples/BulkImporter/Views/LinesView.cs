using Valentina;

namespace BulkImporter.Views;

/// <summary>A line for every event: for logs, pipes and whoever runs it overnight.</summary>
internal sealed class LinesView(TextWriter output) : IImportView
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);

    public void Say(string text) => _output.WriteLine(text);

    public Task<ImportResult> ShowAsync(int rows, Func<IProgress<PagingProgress>, IProgress<RowResult>, Task<ImportResult>> work)
        => work(
            new Told<PagingProgress>(read => _output.WriteLine($"who is there: read {read}")),
            new Told<RowResult>(Tell));

    public void Summarize(ImportResult result) => Say(Words.Of(result));

    private void Tell(RowResult row)
    {
        // Whoever goes on after thousands of rows wants to read what is new.
        if (row.Outcome is not RowOutcome.WasThere)
        {
            _output.WriteLine($"line {row.Line}: {row.Name}: {Words.Of(row)}");
        }
    }

    /// <summary>Unlike Progress of the framework it tells at once, in order.</summary>
    private sealed class Told<T>(Action<T> tell) : IProgress<T>
    {
        public void Report(T value) => tell(value);
    }
}

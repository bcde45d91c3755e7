using System.Globalization;
using Spectre.Console;
using Valentina;

namespace BulkImporter.Views;

/// <summary>Two progress bars, and a table of what did not work.</summary>
internal sealed class TerminalView(IAnsiConsole console) : IImportView
{
    public void Say(string text) => console.MarkupLineInterpolated($"[grey]{text}[/]");

    public Task<ImportResult> ShowAsync(int rows, Func<IProgress<PagingProgress>, IProgress<RowResult>, Task<ImportResult>> work)
        => console.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn())
            .StartAsync(context => work(new ReadingBar(context), new ImportBar(context, rows)));

    public void Summarize(ImportResult result)
    {
        var failed = result.Rows.Where(row => row.Outcome is RowOutcome.Refused or RowOutcome.InDoubt).ToList();
        if (failed.Count > 0)
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumns("Line", "Name", "What happened");
            foreach (var row in failed)
            {
                table.AddRow(row.Line.ToString(CultureInfo.InvariantCulture), Markup.Escape(row.Name), Markup.Escape(Words.Of(row)));
            }

            console.Write(table);
        }

        console.MarkupLine($"[{(result.IsComplete ? "green" : "yellow")}]{Markup.Escape(Words.Of(result))}[/]");
    }

    private sealed class ReadingBar(ProgressContext context) : IProgress<PagingProgress>
    {
        private readonly ProgressTask _bar = context.AddTask("Reading who is there", maxValue: 1);

        public void Report(PagingProgress value)
        {
            // Without a total the bar only shows that something moves; an empty list is read at once.
            _bar.IsIndeterminate = value.Total is null;
            _bar.MaxValue = Math.Max(1, value.Total ?? value.Received);
            _bar.Value = value.Total == 0 ? 1 : value.Received;
            _bar.Description = value.Total == 0 ? "Nobody is there yet" : $"Who is there: {value}";
        }
    }

    private sealed class ImportBar(ProgressContext context, int rows) : IProgress<RowResult>
    {
        private readonly ProgressTask _bar = context.AddTask("Importing", maxValue: rows);

        public void Report(RowResult value)
        {
            _bar.Increment(1);
            _bar.Description = Markup.Escape($"Importing {_bar.Value:0} of {rows}");
        }
    }
}

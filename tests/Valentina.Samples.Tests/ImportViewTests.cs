using BulkImporter;
using BulkImporter.Views;
using Spectre.Console;

namespace Valentina.Samples.Tests;

/// <summary>What stands in the terminal of somebody who imports.</summary>
public sealed class ImportViewTests
{
    private static readonly RowResult[] Results =
    [
        new(2, "Ada Ashdown", RowOutcome.Created),
        new(3, "[red]Bodo[/] Pell", RowOutcome.Refused, "there is no class [dragon]"),
        new(4, "Clara [] Carrow", RowOutcome.InDoubt, "The server went away."),
    ];

    private readonly StringWriter _output = new();

    [Fact]
    public async Task Bars_count_and_failures_stand_in_a_table_whatever_they_are_called()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(_output),
        });
        console.Profile.Width = 100;

        await ShowAsync(new TerminalView(console));

        var text = _output.ToString();
        text.Should().Contain("[red]Bodo[/] Pell").And.Contain("refused, there is no class [dragon]")
            .And.Contain("Clara [] Carrow").And.Contain("no answer, The server went away.").And.NotContain("Ada Ashdown")
            .And.Contain("1 created, 0 were there, 1 refused, 1 without an answer, 5 not tried.");
    }

    [Fact]
    public async Task A_log_has_a_line_for_everything_that_happened()
    {
        await ShowAsync(new LinesView(_output));

        _output.ToString().ReplaceLineEndings("\n").Should().Be("""
            Reading cast.csv
            who is there: read 100 of 950
            line 2: Ada Ashdown: created
            line 3: [red]Bodo[/] Pell: refused, there is no class [dragon]
            line 4: Clara [] Carrow: no answer, The server went away.
            1 created, 0 were there, 1 refused, 1 without an answer, 5 not tried. Run it again in a minute.

            """.ReplaceLineEndings("\n"));
    }

    private static async Task ShowAsync(IImportView view)
    {
        view.Say("Reading cast.csv");
        var result = await view.ShowAsync(8, (reading, importing) =>
        {
            reading.Report(new PagingProgress(100, 950));
            foreach (var row in Results)
            {
                importing.Report(row);
            }

            return Task.FromResult(new ImportResult(Results, 5));
        });
        view.Summarize(result);
    }
}

// Imports characters from a file, survives being killed, and goes on without doubles.
//
//   dotnet run --project samples/BulkImporter -- cast.csv CAMPAIGN USER     ids of the campaign and of the storyteller who imports
//
// The service is that of VALENTINA_CLIENT_BASE_URL, VALENTINA_CLIENT_API_KEY and VALENTINA_CLIENT_DEFAULT_COMPANY_ID.
// Without arguments it shows on an embedded server what happens when it dies in the middle.
using BulkImporter;
using BulkImporter.Input;
using BulkImporter.Views;
using Spectre.Console;
using Valentina;

IImportView view = Console.IsOutputRedirected ? new LinesView(Console.Out) : new TerminalView(AnsiConsole.Console);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

if (args.Length == 0)
{
    return await Demo.RunAsync(view, stop.Token);
}

if (args is not [var file, var campaignText, var userText]
    || !Guid.TryParse(campaignText, out var campaign) || !Guid.TryParse(userText, out var user))
{
    view.Say("Usage: BulkImporter FILE CAMPAIGN USER, where FILE is .csv or .json and the others are ids.");
    return 2;
}

try
{
    var cast = await CastFile.ReadAsync(file, stop.Token);
    using var client = new ValentinaClient();
    using var journal = Journal.Open($"{file}.journal");
    if (journal.InDoubt > 0)
    {
        view.Say($"Rows under way when the last run ended: {journal.InDoubt}. None of them comes twice.");
    }

    var importer = new Importer(client.ActingAs(user), journal);
    var result = await view.ShowAsync(
        cast.Count, (reading, importing) => importer.RunAsync(cast, campaign, reading, importing, stop.Token));
    view.Summarize(result);
    return result.IsComplete ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    view.Say("Stopped. Run it again to go on.");
    return 1;
}
catch (Exception ex) when (ex is FormatException or IOException or ValentinaException)
{
    view.Say(ex.Message);
    return 1;
}

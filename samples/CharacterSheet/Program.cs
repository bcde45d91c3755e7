// Writes a character sheet as one HTML page, for screens of any size and for paper.
//
//   dotnet run --project samples/CharacterSheet -- CHARACTER USER [FILE]     ids of the character and of the user who looks
//
// The service is that of VALENTINA_CLIENT_BASE_URL, VALENTINA_CLIENT_API_KEY and VALENTINA_CLIENT_DEFAULT_COMPANY_ID.
// Without arguments it draws a character of an embedded server.
using CharacterSheet;
using Valentina;
using Valentina.Testing;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

var fake = args.Length == 0 ? new FakeValentina() : null;
using var client = fake?.CreateClient() ?? new ValentinaClient();
if (fake is null && (args.Length is < 2 or > 3 || !Guid.TryParse(args[0], out _) || !Guid.TryParse(args[1], out _)))
{
    Console.WriteLine("Usage: CharacterSheet CHARACTER USER [FILE], the first two being ids.");
    return 2;
}

try
{
    var company = client.ActingAs(fake?.PlayerId ?? Guid.Parse(args[1]));
    var id = fake is null
        ? Guid.Parse(args[0])
        : await Demo.CreateAsync(fake, client.ActingAs(fake.StorytellerId), stop.Token);
    var sheet = await Sheet.LoadAsync(company, id, stop.Token);
    var path = Path.GetFullPath(args.ElementAtOrDefault(2) ?? Path.Combine(Path.GetTempPath(), $"character-{id}.html"));
    await File.WriteAllTextAsync(path, SheetPage.Write(sheet), stop.Token);
    Console.WriteLine($"The sheet of {sheet.Character.NameFull} is in {path}");
    return 0;
}
catch (NotFoundException)
{
    Console.WriteLine("There is no such character, or this user may not see it.");
    return 1;
}
catch (ValentinaException ex)
{
    Console.WriteLine(ex.Message);
    return 1;
}

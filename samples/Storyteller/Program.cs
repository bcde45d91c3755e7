// A storyteller in the terminal: Claude through IChatClient, with the tools of the game, live, under a budget.
//
//   dotnet run --project samples/Storyteller -- [budget in US dollars] [user who plays]
//
// Runs on embedded services, with a played scene where nobody types, unless the environment names real ones:
//   VALENTINA_CLIENT_BASE_URL, VALENTINA_CLIENT_API_KEY, VALENTINA_CLIENT_DEFAULT_COMPANY_ID, CLAUDE_API_URL, CLAUDE_API_KEY
using System.Globalization;
using Microsoft.Extensions.AI;
using Storyteller;
using Valentina;
using Valentina.AI;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;

var (money, user) = (0m, Guid.Empty);
if ((args.Length > 0 && (!decimal.TryParse(args[0], CultureInfo.InvariantCulture, out money) || money <= 0))
    || (args.Length > 1 && !Guid.TryParse(args[1], out user)))
{
    Console.WriteLine("Usage: Storyteller [BUDGET [USER]], where BUDGET is in US dollars and USER is an id.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

var isReal = Environment.GetEnvironmentVariable("VALENTINA_CLIENT_BASE_URL") is not null
    && Environment.GetEnvironmentVariable("CLAUDE_API_URL") is not null;
var game = isReal ? null : await Script.StartGameAsync(stop.Token);
await using var model = isReal ? null : await Script.StartModel().StartServerAsync(cancellationToken: stop.Token);
using var valentina = game?.CreateClient() ?? new ValentinaClient();
using var claude = model is null ? new ClaudeCodeClient() : new ClaudeCodeClient(model.BaseAddress.AbsoluteUri, "cc_fake");

var budget = new BudgetGuard(args.Length > 0 ? money : isReal ? 0.25m : Script.Budget);
var scope = args.Length > 1 ? valentina.ActingAs(user)
    : game is not null ? valentina.ActingAs(game.PlayerId)
    : valentina;

using var chat = claude.AsIChatClient(ClaudeModel.Haiku).AsBuilder()
    .UseShownTools(Console.Out)
    .Use(inner => new BudgetedChatClient(inner, budget))
    .Build();
var teller = new Teller(chat, scope.AsTools(), Console.Out);

Console.WriteLine($"What do you do? An empty line ends the story, and so does having spent ${budget.MaxCost:0.###}.\n");
var actions = new Queue<string>(Console.IsInputRedirected ? Script.Actions : []);
try
{
    while (Next() is { Length: > 0 } action)
    {
        await teller.TellAsync(action, stop.Token);
        Console.WriteLine($"  [{budget}]\n");
    }
}
catch (BudgetExceededException)
{
    Console.WriteLine($"  The story ends here: its budget is spent, {budget}.");
}
catch (ToolsIgnoredException)
{
    // The service answers all the same, with rolls that nobody rolled.
    Console.WriteLine("This Claude service passes no tools on, and a storyteller who makes up the dice is none.");
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.WriteLine();
}
catch (ValentinaException ex)
{
    Console.WriteLine($"\n{ex.Message}");
    return 1;
}

return 0;

// What the player does next: typed, or from the script where nobody types.
string? Next()
{
    Console.Write("> ");
    if (!Console.IsInputRedirected)
    {
        return Console.ReadLine();
    }

    var action = actions.Count > 0 ? actions.Dequeue() : "";
    Console.WriteLine(action);
    return action;
}

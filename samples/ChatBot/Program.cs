// A bot with slash commands on a console. The argument is the user who types.
// Runs on an embedded server unless the environment names a real one:
//   VALENTINA_CLIENT_BASE_URL, VALENTINA_CLIENT_API_KEY, VALENTINA_CLIENT_DEFAULT_COMPANY_ID
using ChatBot;
using ChatBot.Commands;
using Valentina;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

var fake = Environment.GetEnvironmentVariable("VALENTINA_CLIENT_BASE_URL") is null ? await Demo.StartAsync(stop.Token) : null;
using var client = fake?.CreateClient() ?? new ValentinaClient();
var userName = args.FirstOrDefault() ?? Demo.UserName;

// Nobody types where standard input is no terminal.
var platform = Console.IsInputRedirected
    ? new ConsolePlatform(new StringReader(string.Join('\n', Demo.Scene)), Console.Out, userName, isScript: true)
    : new ConsolePlatform(Console.In, Console.Out, userName, isScript: false);

var commands = AllCommands.Make();
var bot = new Bot(new Players(client), commands);
try
{
    await platform.RunAsync(commands, bot.AnswerAsync, stop.Token);
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.WriteLine();
}

// The main job in one sitting: is the service up, found a chronicle, page through what is there,
// roll some dice, meet an error, ask Claude. Runs on an embedded server unless the environment names a real one:
//   VALENTINA_CLIENT_BASE_URL, VALENTINA_CLIENT_API_KEY      the game service
//   CLAUDE_API_URL, CLAUDE_API_KEY                           the completion service
using QuickStart;

// The first line comes before anything is loaded or connected: nobody should wonder whether it runs.
var narrator = new Narrator(Console.Out);
narrator.Title("Valentina for .NET");

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, press) =>
{
    press.Cancel = true;
    stop.Cancel();
};

await using var services = await Services.ConnectAsync(narrator, stop.Token);
var story = new Story(services.Valentina, services.Claude, narrator);
return await story.TellAsync(stop.Token) ? 0 : 1;

// A story told live: the text appears as it arrives, and the second chapter goes on where the first one ended.
// Runs on the real service when CLAUDE_API_URL and CLAUDE_API_KEY are set, otherwise on an embedded one that plays a script.

using LiveStory;
using Valentina;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;

await using var embedded = Environment.GetEnvironmentVariable("CLAUDE_API_URL") is null ? await Script.StartAsync() : null;
using var claude = embedded is null ? new ClaudeCodeClient() : new ClaudeCodeClient(embedded.BaseAddress.AbsoluteUri, Script.ApiKey);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var conversation = new List<ChatMessage> { ChatMessage.User("Begin a story of a city by night, in one paragraph.") };

// One connection for all chapters.
await using var session = claude.OpenStreamSession();
decimal cost = 0;
for (var chapter = 1; chapter <= 2; chapter++)
{
    Console.WriteLine($"Chapter {chapter}");
    var told = new List<string>();
    try
    {
        await foreach (var read in session.StreamEventsAsync(conversation, ClaudeModel.Haiku, stop.Token))
        {
            switch (read)
            {
                case TokenEvent token:
                    told.Add(token.Text);
                    Console.Write(token.Text);
                    break;
                case DoneEvent done:
                    cost += done.Cost;
                    Console.WriteLine($"\n  [{done.Model}: {done.Usage.TotalTokens} tokens, ${done.Cost:0.000000}]\n");
                    break;
            }
        }
    }
    catch (StreamInterruptedException ex)
    {
        // Nothing is repeated by itself, since the words so far are paid for.
        Console.WriteLine($"\n  [broke off after {ex.ReceivedText.Length} characters: {ex.Message}]\n");
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine("\n  [stopped]");
        return;
    }

    conversation.Add(ChatMessage.Assistant(string.Concat(told)));
    conversation.Add(ChatMessage.User("Go on."));
}

// The same without async: it really is synchronous, down to the socket.
Console.WriteLine("Epilogue");
foreach (var text in claude.Stream("End the story in one sentence.", ClaudeModel.Haiku))
{
    Console.Write(text);
}

Console.WriteLine($"\n\nBoth chapters cost ${cost:0.000000}.");

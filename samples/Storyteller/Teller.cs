using Microsoft.Extensions.AI;

namespace Storyteller;

/// <summary>
/// Tells what comes of what a player does, in two steps. First the model looks up what the scene rests on and rolls where the outcome is
/// open: that needs tools, which no stream of the service can carry. Then it tells the scene from these facts, live.
/// </summary>
internal sealed class Teller(IChatClient chat, IReadOnlyList<AIFunction> tools, TextWriter output)
{
    /// <summary>What the model is told of its part.</summary>
    private const string Part =
        "You are the storyteller of a game of modern horror. The dice decide, not you: never invent a roll, a trait or a name.";

    /// <summary>What ends the first step's message.</summary>
    internal const string LookUp =
        "Look up what this scene rests on, and roll where the outcome is open. Answer with the facts alone, in a line or two.";

    /// <summary>What ends the second step's message.</summary>
    internal const string Tell = "Tell the scene in one paragraph, and end where the player must decide.";

    /// <summary>What was done and told. The lookups are left out: the facts stand in the messages, and every word costs.</summary>
    private readonly List<ChatMessage> _story = [];

    /// <summary>Tells one scene.</summary>
    /// <param name="action">What the player does.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task TellAsync(string action, CancellationToken cancellationToken)
    {
        var facts = await chat.GetResponseAsync(
            [.. _story, new ChatMessage(ChatRole.User, $"{action}\n\n{LookUp}")],
            new ChatOptions { Instructions = Part, Tools = [.. tools] },
            cancellationToken);

        _story.Add(new ChatMessage(ChatRole.User, $"{action}\n\nFacts: {facts.Text}\n\n{Tell}"));
        var told = new List<ChatResponseUpdate>();
        await foreach (var update in chat.GetStreamingResponseAsync(_story, new ChatOptions { Instructions = Part }, cancellationToken))
        {
            told.Add(update);
            await output.WriteAsync(update.Text);
            await output.FlushAsync(cancellationToken);
        }

        await output.WriteLineAsync();
        _story.Add(new ChatMessage(ChatRole.Assistant, told.ToChatResponse().Text));
    }
}

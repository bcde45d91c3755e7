namespace ChatBot;

/// <summary>Where people chat. Everything that the bot need not know about Discord, Slack or a console is behind this.</summary>
internal interface IChatPlatform
{
    /// <summary>Makes the commands known, then hands in what users send until the platform ends or the token is cancelled.</summary>
    /// <param name="commands">The commands, as platforms show them while a user types.</param>
    /// <param name="answer">Gives the answer to one message. It may be called for several at once, and throws only when cancelled.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task RunAsync(
        IReadOnlyList<ISlashCommand> commands,
        Func<ChatRequest, CancellationToken, Task<string>> answer,
        CancellationToken cancellationToken);
}

/// <summary>What a user sent.</summary>
/// <param name="UserName">Who, as the platform names them.</param>
/// <param name="Text">The whole message, such as <c>/roll 5 vs 6</c>.</param>
internal sealed record ChatRequest(string UserName, string Text);

namespace ChatBot;

/// <summary>A console as a chat platform: every line is a message of one user, one after the other.</summary>
/// <param name="input">Where lines come from.</param>
/// <param name="output">Where answers go.</param>
/// <param name="userName">Who types.</param>
/// <param name="isScript">Whether the lines are shown too, since nobody sees them typed.</param>
internal sealed class ConsolePlatform(TextReader input, TextWriter output, string userName, bool isScript) : IChatPlatform
{
    public async Task RunAsync(
        IReadOnlyList<ISlashCommand> commands,
        Func<ChatRequest, CancellationToken, Task<string>> answer,
        CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"Commands: {string.Join(' ', commands.Select(command => command.Name))}. An empty line ends.\n");
        while (true)
        {
            await output.WriteAsync($"{userName}> ");
            var line = await input.ReadLineAsync(cancellationToken);
            if (isScript)
            {
                await output.WriteLineAsync(line);
            }

            if (string.IsNullOrWhiteSpace(line))
            {
                return;
            }

            var text = await answer(new ChatRequest(userName, line), cancellationToken);
            await output.WriteLineAsync($"{text}\n");
        }
    }
}

using Valentina;

namespace ChatBot.Commands;

/// <summary>Lists the commands, this one too.</summary>
internal sealed class HelpCommand(IReadOnlyList<ISlashCommand> commands) : ISlashCommand
{
    public string Name => "/help";

    public string Usage => "/help";

    public string Summary => "Lists the commands";

    public Task<string> RunAsync(CompanyScope company, string arguments, CancellationToken cancellationToken)
    {
        var width = commands.Max(command => command.Usage.Length);
        return Task.FromResult(string.Join('\n', commands.Select(command => $"{command.Usage.PadRight(width)}  {command.Summary}")));
    }
}

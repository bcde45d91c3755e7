namespace ChatBot.Commands;

/// <summary>The commands of this bot.</summary>
internal static class AllCommands
{
    public static IReadOnlyList<ISlashCommand> Make()
    {
        List<ISlashCommand> commands = [new RollCommand(), new CharacterCommand(), new CampaignsCommand(), new WhoAmICommand()];
        commands.Add(new HelpCommand(commands));
        return commands;
    }
}

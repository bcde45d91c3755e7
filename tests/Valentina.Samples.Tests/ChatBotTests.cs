using ChatBot;
using ChatBot.Commands;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Samples.Tests;

/// <summary>What the users of the chat bot read.</summary>
public sealed class ChatBotTests
{
    [Fact]
    public async Task The_scene_shows_every_command_and_every_kind_of_answer()
    {
        var fake = await Demo.StartAsync();
        using var client = fake.CreateClient();
        var output = new StringWriter();
        var platform = new ConsolePlatform(new StringReader(string.Join('\n', Demo.Scene)), output, Demo.UserName, isScript: true);
        var commands = AllCommands.Make();

        await platform.RunAsync(commands, new Bot(new Players(client), commands).AnswerAsync, CancellationToken.None);

        output.ToString().ReplaceLineEndings("\n").Should()
            .ContainAll(commands.Select(command => command.Usage))
            .And.Contain("You are player, in the role of a player, with 1 character and 0 XP so far.")
            .And.Contain("The Long Night: danger 2, desperation 1, 1 player characters, 0 books")
            .And.Contain("Vera Novak, vampire (Ashborn), 34 years old")
            .And.Contain("Best at: Night Driving 5, Wit 4, Guile 3, Streetwise 3, Might 2")
            .And.MatchRegex(@"6d10 vs 7 for creeping past the hounds: \[\d+( \d+){5}\] \d+ Success")
            .And.MatchRegex(@"3d20: \[\d+( \d+){2}\] together \d+")
            .And.Contain("I cannot read \"many\". Write: /roll")
            .And.Contain("I roll 1 to 50 dice. Write: /roll")
            .And.Contain("There is no command /dance.");
    }

    [Fact]
    public async Task Everybody_acts_as_themselves()
    {
        var fake = await Demo.StartAsync();

        await AskAsync(fake, "storyteller", "/roll 2");
        await AskAsync(fake, "PLAYER", "/roll 2");

        fake.Verify(ValentinaRoutes.CreateDiceRoll, 1, call => call.Headers["On-Behalf-Of"] == fake.StorytellerId.ToString());
        fake.Verify(ValentinaRoutes.CreateDiceRoll, 1, call => call.Headers["On-Behalf-Of"] == fake.PlayerId.ToString());
        (await AskAsync(fake, "nobody", "/roll 2")).Should().Be("Nobody here is called nobody: ask your storyteller for an account.");
    }

    [Theory]
    [InlineData(403, "You may not do that.")]
    [InlineData(404, "That is not there, or not for you to see.")]
    [InlineData(503, "The game server does not answer properly right now. Try again in a minute. (request *)")]
    public async Task A_failure_is_a_sentence_for_users(int status, string sentence)
    {
        var fake = await Demo.StartAsync();
        fake.On(ValentinaRoutes.ListCampaigns).Fails(status);

        (await AskAsync(fake, "player", "/campaigns")).Should().Match(sentence);
    }

    [Fact]
    public async Task What_the_client_refuses_to_send_is_said_with_its_reason()
    {
        var fake = await Demo.StartAsync();
        using var client = fake.CreateClient();
        var bot = new Bot(new Players(client), [new CommandThatAsksForTooLittle()]);

        (await bot.AnswerAsync(new ChatRequest("storyteller", "/found"), CancellationToken.None))
            .Should().StartWith("That is not possible: name ");
    }

    [Theory]
    [InlineData("5", 5, 10, 6, null)]
    [InlineData("5 vs 8", 5, 10, 8, null)]
    [InlineData("2D6", 2, 6, null, null)]
    [InlineData("4d10 against 7 for the door", 4, 10, 7, "the door")]
    [InlineData("3 climbing", 3, 10, 6, "climbing")]
    public void Rolls_are_read_as_people_write_them(string text, int dice, int sides, int? difficulty, string? comment)
    {
        var roll = RollCommand.Parse(text);

        (roll.NumDice, (int)roll.DiceSize!, roll.Difficulty, roll.Comment).Should().Be((dice, sides, difficulty, comment));
    }

    [Theory]
    [InlineData("")]
    [InlineData("d6")]
    [InlineData("-1")]
    [InlineData("3d7")]
    [InlineData("51")]
    [InlineData("99999999999999999999")]
    public void What_is_no_roll_is_explained(string text)
        => FluentActions.Invoking(() => RollCommand.Parse(text)).Should().Throw<UsageException>();

    private static async Task<string> AskAsync(FakeValentina fake, string user, string text)
    {
        using var client = fake.CreateClient();
        return await new Bot(new Players(client), AllCommands.Make()).AnswerAsync(new ChatRequest(user, text), CancellationToken.None);
    }

    private sealed class CommandThatAsksForTooLittle : ISlashCommand
    {
        public string Name => "/found";

        public string Usage => "/found";

        public string Summary => "Founds a campaign";

        public async Task<string> RunAsync(CompanyScope company, string arguments, CancellationToken cancellationToken)
            => (await company.Campaigns.CreateAsync(new CampaignCreate { Name = "" }, cancellationToken)).Name;
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Valentina;
using Valentina.Models;

namespace ChatBot.Commands;

/// <summary>Rolls dice. The server rolls and keeps them, so that nobody need take the bot's word for it.</summary>
internal sealed partial class RollCommand : ISlashCommand
{
    private const int UsualDifficulty = 6;

    /// <summary>The server would roll any number; a chat is flooded by fewer.</summary>
    private const int MostDice = 50;

    public string Name => "/roll";

    public string Usage => "/roll DICE[dSIDES] [vs DIFFICULTY] [what for]";

    public string Summary => "Rolls dice, ten-sided unless you say otherwise";

    public async Task<string> RunAsync(CompanyScope company, string arguments, CancellationToken cancellationToken)
    {
        var roll = await company.DiceRolls.CreateAsync(Parse(arguments), cancellationToken);
        var result = roll.Result!;
        var difficulty = roll.Difficulty is { } needed ? $" vs {needed}" : "";
        var what = string.IsNullOrEmpty(roll.Comment) ? "" : $" for {roll.Comment}";

        // Successes are counted of ten-sided dice alone; the others are added up.
        var outcome = result.TotalResultHumanized is { Length: > 0 } counted ? counted : $"together {result.PlayerRoll.Sum()}";
        return $"{roll.NumDice}d{(int)roll.DiceSize}{difficulty}{what}: [{string.Join(' ', result.PlayerRoll)}] {outcome}";
    }

    /// <summary>What the arguments ask for.</summary>
    internal static DiceRollCreate Parse(string arguments)
    {
        var match = Roll().Match(arguments);
        if (!match.Success)
        {
            throw new UsageException(arguments.Length == 0 ? "How many dice?" : $"I cannot read \"{arguments}\".");
        }

        var sides = Number(match.Groups["sides"]) ?? (int)DiceSize.D10;
        return new DiceRollCreate
        {
            NumDice = Number(match.Groups["dice"]) is > 0 and <= MostDice and var dice
                ? dice
                : throw new UsageException($"I roll 1 to {MostDice} dice."),
            DiceSize = Enum.IsDefined((DiceSize)sides)
                ? (DiceSize)sides
                : throw new UsageException($"There are no dice with {sides} sides."),
            Difficulty = Number(match.Groups["difficulty"]) ?? (sides == (int)DiceSize.D10 ? UsualDifficulty : null),
            Comment = match.Groups["comment"] is { Length: > 0 } comment ? comment.Value : null,
        };
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"^(?<dice>[0-9]{1,4})(d(?<sides>[0-9]{1,4}))?(\s+(vs|against)\s+(?<difficulty>[0-9]{1,4}))?(\s+(for\s+)?(?<comment>\S.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Roll();
}

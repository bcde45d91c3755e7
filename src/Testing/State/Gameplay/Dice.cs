using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Dice: how they fall, what they count, how they look.</summary>
internal static class Dice
{
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>
    /// Rolls. With a difficulty, ten-sided dice that reach it are successes; ones and tens cancel each other, what is left of the ones
    /// takes one away each, of the tens it gives two. Less than nothing is a botch, more than there are dice a critical. Of other dice
    /// those count that reach it, less those that do not; their highest number counts neither way, and they are no success or failure.
    /// </summary>
    public static JsonObject Roll(Random random, int size, int dice, int desperationDice, int? difficulty)
    {
        var player = Fall(random, size, dice);
        var desperation = Fall(random, size, desperationDice);
        List<int> all = [.. player.Concat(desperation).Order()];
        var (total, type) = Count(all, size, difficulty);
        return new JsonObject
        {
            ["total_result"] = total,
            ["total_result_type"] = type,
            ["total_result_humanized"] = type == "OTHER" ? "" : total == 1 ? "1 Success" : $"{total} Successes",
            ["total_dice_roll"] = Numbers(all),
            ["player_roll"] = Numbers(player),
            ["desperation_roll"] = Numbers(desperation),
            ["total_dice_roll_emoji"] = Line(all, Emoji),
            ["total_dice_roll_shortcode"] = Line(all, Shortcode),
            ["player_roll_emoji"] = Line(player, Emoji),
            ["player_roll_shortcode"] = Line(player, Shortcode),
            ["desperation_roll_emoji"] = Line(desperation, Emoji),
            ["desperation_roll_shortcode"] = Line(desperation, Shortcode),
        };
    }

    /// <summary>What fallen dice count, and what that is called.</summary>
    public static (int? Total, string Type) Count(List<int> dice, int size, int? difficulty)
    {
        int? total = difficulty is null ? null : size == 10 ? Successes(dice, difficulty.Value) : Balance(dice, size, difficulty.Value);
        return (total, size == 10 ? Type(total, dice.Count) : "OTHER");
    }

    private static List<int> Fall(Random random, int size, int dice)
        => [.. Enumerable.Range(0, Math.Max(0, dice)).Select(_ => random.Next(1, size + 1)).Order()];

    private static int Successes(List<int> dice, int difficulty)
    {
        var tens = dice.Count(die => die == 10 && die >= difficulty) - dice.Count(die => die == 1);
        return dice.Count(die => die > 1 && die < 10 && die >= difficulty) + (tens > 0 ? 2 * tens : tens);
    }

    private static int Balance(List<int> dice, int size, int difficulty)
        => dice.Sum(die => die == 1 || die < difficulty ? -1 : die < size ? 1 : 0);

    private static string Type(int? total, int dice) => total switch
    {
        null => "OTHER",
        < 0 => "BOTCH",
        0 => "FAILURE",
        _ when total > dice => "CRITICAL",
        _ => "SUCCESS",
    };

    private static JsonArray Numbers(IEnumerable<int> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    private static string Line(IEnumerable<int> values, Func<int, string> write) => string.Join(' ', values.Select(write));

    private static string Emoji(int value) => value switch
    {
        < 10 => value.ToString(CultureInfo.InvariantCulture) + "\uFE0F\u20E3",
        10 => "\U0001F51F",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Shortcode(int value) => value switch
    {
        < 10 => $":{Words[value]}:",
        10 => ":keycap_ten:",
        _ => $"`{value}`",
    };
}

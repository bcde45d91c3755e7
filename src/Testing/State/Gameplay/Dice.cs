using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Dice: how they fall, what they count, how they look.</summary>
internal static class Dice
{
    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>
    /// Rolls. With ten-sided dice and a difficulty, a die that reaches it is a success, a ten is one more, a one takes one away; less
    /// than nothing is a botch, more than there are dice a critical.
    /// </summary>
    public static JsonObject Roll(Random random, int size, int dice, int desperationDice, int? difficulty)
    {
        var player = Fall(random, size, dice);
        var desperation = Fall(random, size, desperationDice);
        List<int> all = [.. player.Concat(desperation).Order()];
        int? total = difficulty is null || size != 10 ? null : Successes(all, difficulty.Value);
        return new JsonObject
        {
            ["total_result"] = total,
            ["total_result_type"] = Type(total, all.Count),
            ["total_result_humanized"] = total switch { null => "", 1 => "1 Success", _ => $"{total} Successes" },
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

    private static List<int> Fall(Random random, int size, int dice)
        => [.. Enumerable.Range(0, Math.Max(0, dice)).Select(_ => random.Next(1, size + 1)).Order()];

    private static int Successes(List<int> dice, int difficulty)
        => dice.Sum(die => (die >= difficulty ? 1 : 0) + (die == 10 ? 1 : 0) - (die == 1 ? 1 : 0));

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

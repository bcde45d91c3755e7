using Valentina.Testing;

namespace BatchBudget;

/// <summary>What the embedded service answers, and what each answer costs.</summary>
internal static class Script
{
    public const string ApiKey = "cc_fake";

    private static readonly Dictionary<string, (string Line, string Weakness)> Clans = new()
    {
        ["Brujah"] = ("Rebels who lost their cause and kept the anger.", "Patience."),
        ["Gangrel"] = ("Wanderers whom the beast marks a little more each time.", "Walls."),
        ["Malkavian"] = ("Seers whose sight has cracks where the light gets in.", "Certainty."),
        ["Nosferatu"] = ("Hidden faces who know what every other face hides.", "Mirrors."),
        ["Toreador"] = ("Lovers of beauty who cannot look away.", "Sunrises."),
        ["Tremere"] = ("Scholars who bought their blood and pay interest.", "Trust."),
        ["Ventrue"] = ("Born to rule, and reminded of it by every meal.", "Hunger."),
        ["Lasombra"] = ("Those who cast no reflection and need none.", "Light."),
    };

    public static async Task<FakeServer> StartAsync()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { ApiKey = ApiKey });
        foreach (var (clan, (line, weakness)) in Clans)
        {
            fake.OnPrompt($"Describe the clan {clan}").Replies(line).Uses(14, 12).Costs(0.008).Takes(TimeSpan.FromMilliseconds(120));
            fake.OnPrompt($"Name a weakness of {clan}").Replies(weakness).Uses(9, 3).Costs(0.004);
        }

        return await fake.StartServerAsync();
    }
}

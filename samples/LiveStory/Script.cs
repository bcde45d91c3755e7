using Valentina.Testing;

namespace LiveStory;

/// <summary>What the embedded service answers, and how fast.</summary>
internal static class Script
{
    public const string ApiKey = "cc_fake";

    public static async Task<FakeServer> StartAsync()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions { ApiKey = ApiKey, PieceDelay = TimeSpan.FromMilliseconds(25) });
        fake.OnPrompt("Begin a story").Replies(
            "Rain polished the tram lines until they shone like drawn blades. Above the shuttered market a single window burned, "
            + "and behind it somebody was counting: not money, but the hours until the moon would let her out.");
        fake.OnPrompt("Go on").Replies(
            "At the eleventh stroke the counting stopped. The street below held its breath, a cat turned its head, "
            + "and the window went dark a moment before the door did not open.");
        fake.OnPrompt("End the story").Replies("By morning the tram ran again, and nobody could say why it no longer stopped there.");
        return await fake.StartServerAsync();
    }
}

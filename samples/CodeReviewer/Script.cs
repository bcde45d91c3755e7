using Valentina.Testing;

namespace CodeReviewer;

/// <summary>What the embedded service answers: to a key of the free profile, which allows little.</summary>
internal static class Script
{
    public const string ApiKey = "cc_free";

    public static async Task<FakeServer> StartAsync()
    {
        var fake = new FakeClaudeCode(new FakeClaudeCodeOptions
        {
            Keys = { new FakeClaudeKey(ApiKey, "reviews")
            {
                Profile = new FakeClaudeProfile { Name = "reviews", MaxTimeout = 60, MaxCost = 0.1, BlockedTools = ["Bash"] }
            } },
        });
        fake.OnPrompt("Review the C# files")
            .Replies("""
                2 findings.

                Orders.cs:41  The total is a float: cents are lost from 167,772.16 up. Use decimal.
                Mailer.cs:12  The SmtpClient is never disposed, so that its connection stays open. Put it in a using.
                """)
            .Does("glob", new { pattern = "**/*.cs", files = 2 })
            .Does("read_file", new { path = "Orders.cs" })
            .Does("read_file", new { path = "Mailer.cs" })
            .Makes("report.md", 214)
            .Costs(0.0123)
            .Takes(TimeSpan.FromMilliseconds(300));
        return await fake.StartServerAsync();
    }
}

// Every analyzer at its strictest, warnings as errors: using the SDK as its documents say breaks no rule.
using System.Globalization;
using Valentina;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Models;

using var client = new ValentinaClient();
using var claude = new ClaudeCodeClient();
var storyteller = (await client.Users.ListAllAsync().ConfigureAwait(false)).First(user => user.Role == UserRole.Storyteller);
var acting = client.ActingAs(storyteller.Id);
var campaign = await acting.Campaigns.CreateAsync(new CampaignCreate { Name = "Strictly", Danger = 2 }).ConfigureAwait(false);
await acting.Campaigns.UpdateAsync(campaign.Id, new CampaignPatch { Danger = 3, Description = null }).ConfigureAwait(false);
await foreach (var found in acting.Campaigns.EnumerateAllAsync(new PagingOptions { MaxItems = 5 }).ConfigureAwait(false))
{
    await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{found.Name}: {found.Danger}")).ConfigureAwait(false);
}

var roll = await acting.DiceRolls.CreateAsync(new DiceRollCreate { DiceSize = DiceSize.D10, NumDice = 6, Difficulty = 6 })
    .ConfigureAwait(false);
var answer = await claude.CompleteAsync($"{roll.Successes} successes", ClaudeModel.Haiku).ConfigureAwait(false);
try
{
    _ = await acting.Campaigns.GetAsync(Guid.NewGuid(), new RequestOptions { MaxRetries = 0 }).ConfigureAwait(false);
    return 1;
}
catch (NotFoundException ex)
{
    await Console.Out.WriteLineAsync($"{answer.Text}; {ex.Detail}").ConfigureAwait(false);
    return 0;
}

using System.Globalization;
using Valentina;
using Valentina.ClaudeCode;
using Valentina.ClaudeCode.Models;
using Valentina.Models;

namespace QuickStart;

/// <summary>What a first program does with both services. It deletes what it created.</summary>
internal sealed class Story(ValentinaClient valentina, ClaudeCodeClient claude, Narrator narrator)
{
    public async Task<bool> TellAsync(CancellationToken cancellationToken)
    {
        try
        {
            await HealthAsync(cancellationToken);
            var founded = await FoundCompanyAsync(cancellationToken);
            try
            {
                var acting = valentina.ForCompany(founded.Company.Id).ActingAs(founded.AdminUser.Id);
                await PageThroughCompaniesAsync(founded.Company, cancellationToken);
                var campaign = await StartCampaignAsync(acting, cancellationToken);
                await RollDiceAsync(acting, campaign, cancellationToken);
                await MeetAnErrorAsync(acting, campaign, cancellationToken);
            }
            finally
            {
                await valentina.Companies.DeleteAsync(founded.Company.Id, cancellationToken: CancellationToken.None);
            }

            narrator.Good($"company \"{founded.Company.Name}\" and all that was in it are gone again");
            await AskClaudeAsync(cancellationToken);
            return true;
        }
        catch (ValentinaException ex)
        {
            narrator.Trouble(ex.Message);
            return false;
        }
    }

    private async Task HealthAsync(CancellationToken cancellationToken)
    {
        narrator.Chapter("Is anybody there?");
        var health = await valentina.System.HealthAsync(cancellationToken);
        narrator.Good($"Valentina Noir {health.Version}: database {health.DatabaseStatus}, cache {health.CacheStatus}, up {health.Uptime}");
        var claudeHealth = await claude.HealthAsync(cancellationToken);
        narrator.Good($"Claude Code API {claudeHealth.Version}: {claudeHealth.Status}");
    }

    private async Task<NewCompany> FoundCompanyAsync(CancellationToken cancellationToken)
    {
        narrator.Chapter("Found a company");
        var created = await valentina.Companies.CreateAsync(
            new CompanyCreate { Name = "Night Court", Email = "storyteller@example.com", Description = "A quick start in the dark." },
            cancellationToken);
        narrator.Good($"\"{created.Company.Name}\" has the id {created.Company.Id}; its first user is {created.AdminUser.Username}");
        return created;
    }

    private async Task PageThroughCompaniesAsync(Company founded, CancellationToken cancellationToken)
    {
        narrator.Chapter("Page through the companies");
        var page = await valentina.Companies.GetPageAsync(cancellationToken: cancellationToken);
        narrator.Good($"page {page.CurrentPage} of {page.TotalPages}: {page.Items.Count} of {page.Total}");
        var paging = new PagingOptions { MaxItems = 5, PageSize = 1, Progress = new ReadingProgress(narrator) };
        await foreach (var company in valentina.Companies.EnumerateAllAsync(paging, cancellationToken))
        {
            narrator.Say($"  {(company.Id == founded.Id ? "→" : "·")} {company.Name} ({company.NumCampaigns} campaigns, {company.NumPlayerCharacters} player characters)");
        }
    }

    private async Task<Campaign> StartCampaignAsync(CompanyScope acting, CancellationToken cancellationToken)
    {
        narrator.Chapter("Start a campaign");
        var campaign = await acting.Campaigns.CreateAsync(
            new CampaignCreate { Name = "the long night", Description = "It has been raining for a week.", Danger = 2 },
            cancellationToken);
        narrator.Good($"the server writes it \"{campaign.Name}\": danger {campaign.Danger}, desperation {campaign.Desperation}");

        // Assigned members are sent, null clears, everything else stays as it is.
        var changed = await acting.Campaigns.UpdateAsync(
            campaign.Id, new CampaignPatch { Desperation = 3, Description = null }, cancellationToken);
        narrator.Good($"desperation is {changed.Desperation} now, danger still {changed.Danger}, the description {(changed.Description is null ? "cleared" : "kept")}");
        return changed;
    }

    private async Task RollDiceAsync(CompanyScope acting, Campaign campaign, CancellationToken cancellationToken)
    {
        narrator.Chapter("Roll the dice");
        for (var i = 0; i < 3; i++)
        {
            var roll = await acting.DiceRolls.CreateAsync(
                new DiceRollCreate
                {
                    DiceSize = DiceSize.D10,
                    NumDice = 6,
                    Difficulty = 6,
                    CampaignId = campaign.Id,
                    Comment = "creeping past the hounds"
                },
                cancellationToken);
            narrator.Good($"[{string.Join(' ', roll.Result!.PlayerRoll)}] {roll.Successes} successes: {roll.Result.TotalResultType}");
        }
    }

    private async Task MeetAnErrorAsync(CompanyScope acting, Campaign campaign, CancellationToken cancellationToken)
    {
        narrator.Chapter("Meet an error");
        try
        {
            await acting.Campaigns.UpdateAsync(campaign.Id, new CampaignPatch { Danger = 9 }, cancellationToken);
        }
        catch (RequestValidationException ex)
        {
            narrator.Good($"refused before anything was sent: {ex.Errors[0]}");
        }

        try
        {
            await acting.Campaigns.GetAsync(Guid.NewGuid(), cancellationToken);
        }
        catch (NotFoundException ex)
        {
            narrator.Good($"{nameof(NotFoundException)}: {ex.Detail} (request {ex.RequestId})");
        }
    }

    private async Task AskClaudeAsync(CancellationToken cancellationToken)
    {
        narrator.Chapter("Ask Claude");
        var completion = await claude.CompleteAsync(
            "Describe the prince's haven in one sentence.", ClaudeModel.Haiku, cancellationToken: cancellationToken);
        narrator.Good($"\"{completion.Content}\"");
        narrator.Say(string.Create(CultureInfo.InvariantCulture, $"  {completion.Usage.TotalTokens} tokens, ${completion.Cost:0.######}"));

        narrator.Write("   … ");
        await foreach (var text in claude.StreamAsync(
            "And now, live: what moves in the dark?", ClaudeModel.Haiku, cancellationToken: cancellationToken))
        {
            narrator.Write(text);
        }

        narrator.Write(Environment.NewLine);
    }

    /// <summary>Told after every page; with pages of one item, so that there is something to see.</summary>
    private sealed class ReadingProgress(Narrator narrator) : IProgress<PagingProgress>
    {
        public void Report(PagingProgress value) => narrator.Say($"  read {value}");
    }
}

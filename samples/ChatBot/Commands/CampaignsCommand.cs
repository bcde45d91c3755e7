using Valentina;

namespace ChatBot.Commands;

/// <summary>Lists the campaigns that the user may see.</summary>
internal sealed class CampaignsCommand : ISlashCommand
{
    /// <summary>Chats cut off long messages.</summary>
    private const int Most = 10;

    public string Name => "/campaigns";

    public string Usage => "/campaigns";

    public string Summary => "Lists the campaigns";

    public async Task<string> RunAsync(CompanyScope company, string arguments, CancellationToken cancellationToken)
    {
        var page = await company.Campaigns.GetPageAsync(limit: Most, cancellationToken: cancellationToken);
        if (page.Total == 0)
        {
            return "There are no campaigns yet.";
        }

        var lines = page.Items.Select(campaign
            => $"{campaign.Name}: danger {campaign.Danger}, desperation {campaign.Desperation}, "
                + $"{campaign.NumPlayerCharacters} player characters, {campaign.NumBooks} books");
        return string.Join('\n', page.HasMore ? lines.Append($"… and {page.Total - page.Items.Count} more") : lines);
    }
}

using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>The campaigns of a company. Needs a company, and an acting user for changes.</summary>
[GenerateSync]
public partial class CampaignsService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected CampaignsService()
    {
    }

    internal CampaignsService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>Lists the campaigns of a company.</summary>
    /// <remarks>The operation <c>listCampaigns</c>.</remarks>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCampaigns))]
    public virtual Task<Page<Campaign>> GetPageAsync(
        int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Campaigns.ListCampaignsAsync(Company, limit, offset, options, cancellationToken);

    /// <summary>Reads one campaign with its counts of books, chapters, notes and characters.</summary>
    /// <remarks>The operation <c>getCampaign</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <returns>The campaign.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Campaign> GetAsync(Guid campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Campaigns.GetCampaignAsync(Company, campaignId, options, cancellationToken);

    /// <summary>
    /// Starts a campaign. The name (3 to 50 characters) is stored in title case, so read it from the answer. Who may do this is set by
    /// permission_manage_campaign of the company. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>createCampaign</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The new campaign.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Campaign> CreateAsync(
        CampaignCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Campaigns.CreateCampaignAsync(Company, request, options, cancellationToken);

    /// <summary>
    /// Changes a campaign; only what you assign is changed, and null clears the description or the in-game date. Who may do this is set by
    /// permission_manage_campaign of the company. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>updateCampaign</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The campaign after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Campaign> UpdateAsync(
        Guid campaignId, CampaignPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Campaigns.UpdateCampaignAsync(Company, campaignId, patch, options, cancellationToken);

    /// <summary>
    /// Deletes a campaign; its books and chapters are out of reach with it. Who may do this is set by permission_manage_campaign of the
    /// company. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>deleteCampaign</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAsync(Guid campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Campaigns.DeleteCampaignAsync(Company, campaignId, options, cancellationToken);

    /// <summary>Sums up the dice rolls made in one campaign. Never served from the cache.</summary>
    /// <remarks>The operation <c>getCampaignStatistics</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="numTopTraits">How many of the most rolled traits to name; 5 unless given.</param>
    /// <returns>The sums.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<RollStatistics> GetStatisticsAsync(
        Guid campaignId, int? numTopTraits = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Statistics.GetCampaignStatisticsAsync(
            Company, campaignId, numTopTraits: numTopTraits, options: options, cancellationToken: cancellationToken);
}

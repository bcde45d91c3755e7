using Valentina.Models;

namespace Valentina.Services;

/// <content>Experience and cool points in a campaign.</content>
public partial class UsersService
{
    /// <summary>Reads how much experience a user has in one campaign. The record is created when it does not exist yet.</summary>
    /// <remarks>The operation <c>getCampaignExperience</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <returns>The experience of the user in the campaign.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignExperience> GetExperienceAsync(
        Guid userId, Guid campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Experience.GetCampaignExperienceAsync(Company, userId, campaignId, options, cancellationToken);

    /// <summary>
    /// Gives a user experience points in a campaign. Who may do this is set by permission_grant_xp of the company. Negative amounts are not
    /// refused, and an unknown campaign gives 409. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>addXp</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The experience after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignExperience> AddXpAsync(
        Guid userId, ExperienceChange request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Experience.AddXpAsync(Company, userId, request, options, cancellationToken);

    /// <summary>
    /// Takes experience points from a user in a campaign; the total ever earned stays. More than the user has is refused with 400. Needs an
    /// acting user.
    /// </summary>
    /// <remarks>The operation <c>removeXp</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The experience after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignExperience> RemoveXpAsync(
        Guid userId, ExperienceChange request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Experience.RemoveXpAsync(Company, userId, request, options, cancellationToken);

    /// <summary>
    /// Gives a user cool points in a campaign, a reward for memorable play. Each one also adds ten experience points. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>addCpToCampaignExperience</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The experience after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CampaignExperience> AddCoolPointsAsync(
        Guid userId, ExperienceChange request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Experience.AddCpToCampaignExperienceAsync(Company, userId, request, options, cancellationToken);
}

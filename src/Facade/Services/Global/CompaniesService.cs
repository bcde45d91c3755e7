using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>The companies your key may use: gaming groups with their own users, campaigns and characters. Needs no scope.</summary>
[GenerateSync]
public partial class CompaniesService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected CompaniesService()
    {
    }

    internal CompaniesService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>Lists the companies that your API key has been granted access to.</summary>
    /// <remarks>The operation <c>listCompanies</c>.</remarks>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCompanies))]
    public virtual Task<Page<Company>> GetPageAsync(
        int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Companies.ListCompaniesAsync(limit, offset, options, cancellationToken);

    /// <summary>
    /// Reads one company with its settings and its counts of campaigns, characters and users. A key without access to it is refused with
    /// 403, even when the company does not exist.
    /// </summary>
    /// <remarks>The operation <c>getCompany</c>.</remarks>
    /// <param name="companyId">The company, a gaming group with its own users and campaigns.</param>
    /// <returns>The company.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Company> GetAsync(Guid companyId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Companies.GetCompanyAsync(companyId, options, cancellationToken);

    /// <summary>
    /// Creates a company and, with it, an ADMIN user made from your developer name and e-mail address. Your key becomes its OWNER. An
    /// unknown permission value fails with 500 and leaves a half-made company that breaks listCompanies, so check settings first and do not
    /// repeat a failed call blindly.
    /// </summary>
    /// <remarks>The operation <c>createCompany</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The new company and its first user, an admin.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<NewCompany> CreateAsync(
        CompanyCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Companies.CreateCompanyAsync(request, options, cancellationToken);

    /// <summary>
    /// Changes name, description, e-mail or settings of a company. Only what you assign is changed; the settings are merged member by
    /// member. Needs a key with ADMIN or OWNER permission.
    /// </summary>
    /// <remarks>The operation <c>updateCompany</c>.</remarks>
    /// <param name="companyId">The company, a gaming group with its own users and campaigns.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The company after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Company> UpdateAsync(
        Guid companyId, CompanyPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Companies.UpdateCompanyAsync(companyId, patch, options, cancellationToken);

    /// <summary>
    /// Deletes a company; its campaigns, characters and users are out of reach with it. Needs a key with OWNER permission.
    /// </summary>
    /// <remarks>The operation <c>deleteCompany</c>.</remarks>
    /// <param name="companyId">The company, a gaming group with its own users and campaigns.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAsync(Guid companyId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Companies.DeleteCompanyAsync(companyId, options, cancellationToken);

    /// <summary>
    /// Grants a developer's key access to a company, changes the level of access, or takes it away with REVOKE. Needs a key with OWNER
    /// permission. After REVOKE the answer still names the permission, although the grant is gone.
    /// </summary>
    /// <remarks>The operation <c>addDeveloperToCompany</c>.</remarks>
    /// <param name="companyId">The company, a gaming group with its own users and campaigns.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The access as it is now.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CompanyAccess> GrantAccessAsync(
        Guid companyId, CompanyAccessRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Companies.AddDeveloperToCompanyAsync(companyId, request, options, cancellationToken);

    /// <summary>
    /// Sums up every dice roll made in a company: how many botched, failed, succeeded or were critical, and which traits were rolled most.
    /// Never served from the cache.
    /// </summary>
    /// <remarks>The operation <c>getCompanyStatistics</c>.</remarks>
    /// <param name="companyId">The company, a gaming group with its own users and campaigns.</param>
    /// <param name="numTopTraits">How many of the most rolled traits to name; 5 unless given.</param>
    /// <returns>The sums.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<RollStatistics> GetStatisticsAsync(
        Guid companyId, int? numTopTraits = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Statistics.GetCompanyStatisticsAsync(
            companyId, numTopTraits: numTopTraits, options: options, cancellationToken: cancellationToken);

    /// <summary>
    /// Lists what was done in a company, newest first, filtered by actor, subject, kind of change or time. Ask for request_details to see
    /// the recorded requests as well.
    /// </summary>
    /// <remarks>The operation <c>listCompanyAuditLogs</c>.</remarks>
    /// <param name="companyId">The company, a gaming group with its own users and campaigns.</param>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListCompanyAuditLogs))]
    public virtual Task<Page<AuditLog>> GetAuditLogsPageAsync(
        Guid companyId,
        AuditLogFilter? filter = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.Companies.ListCompanyAuditLogsAsync(
            companyId,
            limit: limit,
            offset: offset,
            actingUserId: filter?.ActingUserId,
            userId: filter?.UserId,
            campaignId: filter?.CampaignId,
            bookId: filter?.BookId,
            chapterId: filter?.ChapterId,
            characterId: filter?.CharacterId,
            entityType: filter?.EntityType,
            operation: filter?.Operation,
            dateFrom: filter?.DateFrom,
            dateTo: filter?.DateTo,
            include: filter?.Include,
            options: options,
            cancellationToken: cancellationToken);
}

using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>What was done, and what the server wrote about it.</content>
public partial class GlobalAdminService
{
    /// <summary>
    /// Lists what was done with a developer's key, newest first, in all companies or one. Entries need not belong to a company. Ask for
    /// request_details to see the recorded requests as well. Global admins only.
    /// </summary>
    /// <remarks>The operation <c>globalAdminListDeveloperAuditLogs</c>.</remarks>
    /// <param name="developerId">The developer account.</param>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.GlobalAdminListDeveloperAuditLogs))]
    public virtual Task<Page<AuditLog>> GetAuditLogsPageAsync(
        Guid developerId,
        DeveloperAuditLogFilter? filter = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminListDeveloperAuditLogsAsync(
            developerId,
            limit: limit,
            offset: offset,
            companyId: filter?.CompanyId,
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

    /// <summary>
    /// Reads the newest lines of the server's log, 1 to 500 of them, from a level upwards when asked. A server that logs to no file gives
    /// 409. Global admins only.
    /// </summary>
    /// <remarks>The operation <c>globalAdminTailServerLogs</c>.</remarks>
    /// <param name="level">Only lines of this level or a graver one.</param>
    /// <param name="limit">How many entries to return at most; a number outside the range is refused, not adjusted.</param>
    /// <returns>The newest lines.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<IReadOnlyList<LogEntry>> TailLogsAsync(
        ServerLogLevel? level = null, int limit = 100, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminTailServerLogsAsync(
            level: level, limit: limit, options: options, cancellationToken: cancellationToken);

    /// <summary>
    /// Downloads the server's log files as one ZIP archive, named with the time of its making. A server that logs to no file gives 409.
    /// Global admins only.
    /// </summary>
    /// <remarks>The operation <c>globalAdminDownloadServerLogs</c>.</remarks>
    /// <returns>The archive; dispose it after reading.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<FileDownload> DownloadLogsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminDownloadServerLogsAsync(options, cancellationToken);
}

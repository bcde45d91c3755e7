using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>What was done, and what the server wrote about it.</content>
public partial class GlobalAdminService
{
    /// <summary>Lists what was done with a developer's key, newest first, in all companies or one. Entries need not belong to a company. Ask for request_details to see the recorded requests as well. Global admins only.</summary>
    /// <param name="developerId">The developer account.</param>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<AuditLog>> GetAuditLogsPageAsync(Guid developerId, DeveloperAuditLogFilter? filter = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
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

    /// <summary>The whole list that <see cref="GetAuditLogsPageAsync"/> gives page by page.</summary>
    /// <param name="developerId">The developer account.</param>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<AuditLog>> ListAllAuditLogsAsync(Guid developerId, DeveloperAuditLogFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllAuditLogsAsync(developerId, filter, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetAuditLogsPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="developerId">The developer account.</param>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<AuditLog> EnumerateAllAuditLogsAsync(Guid developerId, DeveloperAuditLogFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetAuditLogsPageAsync(developerId, filter, limit, offset, options, token),
            ValentinaOperations.GlobalAdminListDeveloperAuditLogs.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads the newest lines of the server's log, 1 to 500 of them, from a level upwards when asked. A server that logs to no file gives 409. Global admins only.</summary>
    /// <param name="level">Only lines of this level or a graver one.</param>
    /// <param name="limit">How many entries to return at most; a number outside the range is refused, not adjusted.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The newest lines.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<IReadOnlyList<LogEntry>> TailLogsAsync(ServerLogLevel? level = null, int limit = 100, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminTailServerLogsAsync(level: level, limit: limit, options: options, cancellationToken: cancellationToken);

    /// <summary>Downloads the server's log files as one ZIP archive, named with the time of its making. A server that logs to no file gives 409. Global admins only.</summary>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The archive; dispose it after reading.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<FileDownload> DownloadLogsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminDownloadServerLogsAsync(options, cancellationToken);
}

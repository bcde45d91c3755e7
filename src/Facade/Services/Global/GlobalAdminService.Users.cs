using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The users of all companies.</content>
public partial class GlobalAdminService
{
    /// <summary>Lists the users of all companies, archived ones too when asked. The order is not stable: pages may repeat some users and lose others. Global admins only.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<AdminUser>> GetUsersPageAsync(AdminUserFilter? filter = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminListUsersAsync(
            limit: limit,
            offset: offset,
            companyId: filter?.CompanyId,
            role: filter?.Role,
            email: filter?.Email,
            isArchived: filter?.IsArchived,
            options: options,
            cancellationToken: cancellationToken);

    /// <summary>The whole list that <see cref="GetUsersPageAsync"/> gives page by page.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<AdminUser>> ListAllUsersAsync(AdminUserFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllUsersAsync(filter, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetUsersPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<AdminUser> EnumerateAllUsersAsync(AdminUserFilter? filter = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetUsersPageAsync(filter, limit, offset, options, token),
            ValentinaOperations.GlobalAdminListUsers.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one user of any company. Global admins only.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<AdminUser> GetUserAsync(Guid userId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminGetUserAsync(userId, options, cancellationToken);

    /// <summary>Adds a user to any company, without an acting user. An unknown company gives 404, an unknown role 400. Global admins only.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new user.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<AdminUser> CreateUserAsync(AdminUserCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminCreateUserAsync(request, options, cancellationToken);

    /// <summary>Changes a user of any company, and archives or restores the account; only what you assign is changed. Global admins only.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user after the change.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<AdminUser> UpdateUserAsync(Guid userId, AdminUserPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminUpdateUserAsync(userId, patch, options, cancellationToken);

    /// <summary>Removes a user of any company; the account is archived. Global admins only.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task DeleteUserAsync(Guid userId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminDeleteUserAsync(userId, options, cancellationToken);
}

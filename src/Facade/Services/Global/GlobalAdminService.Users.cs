using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The users of all companies.</content>
public partial class GlobalAdminService
{
    /// <summary>
    /// Lists the users of all companies, archived ones too when asked. The order is not stable: pages may repeat some users and lose
    /// others. Global admins only.
    /// </summary>
    /// <remarks>The operation <c>globalAdminListUsers</c>.</remarks>
    /// <param name="filter">Which items are wanted; null wants them all.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.GlobalAdminListUsers))]
    public virtual Task<Page<AdminUser>> GetUsersPageAsync(
        AdminUserFilter? filter = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminListUsersAsync(
            limit: limit,
            offset: offset,
            companyId: filter?.CompanyId,
            role: filter?.Role,
            email: filter?.Email,
            isArchived: filter?.IsArchived,
            options: options,
            cancellationToken: cancellationToken);

    /// <summary>Reads one user of any company. Global admins only.</summary>
    /// <remarks>The operation <c>globalAdminGetUser</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <returns>The user.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<AdminUser> GetUserAsync(Guid userId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminGetUserAsync(userId, options, cancellationToken);

    /// <summary>
    /// Adds a user to any company, without an acting user. An unknown company gives 404, an unknown role 400. Global admins only.
    /// </summary>
    /// <remarks>The operation <c>globalAdminCreateUser</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The new user.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<AdminUser> CreateUserAsync(
        AdminUserCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminCreateUserAsync(request, options, cancellationToken);

    /// <summary>
    /// Changes a user of any company, and archives or restores the account; only what you assign is changed. Global admins only.
    /// </summary>
    /// <remarks>The operation <c>globalAdminUpdateUser</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The user after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<AdminUser> UpdateUserAsync(
        Guid userId, AdminUserPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminUpdateUserAsync(userId, patch, options, cancellationToken);

    /// <summary>Removes a user of any company; the account is archived. Global admins only.</summary>
    /// <remarks>The operation <c>globalAdminDeleteUser</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteUserAsync(Guid userId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminDeleteUserAsync(userId, options, cancellationToken);
}

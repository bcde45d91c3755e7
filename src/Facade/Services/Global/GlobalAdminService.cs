using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>The administration of the whole service: developer accounts, users of all companies, logs. Needs the key of a global admin, and no scope.</summary>
[GenerateSync]
public partial class GlobalAdminService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected GlobalAdminService()
    {
    }

    internal GlobalAdminService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>Lists the developer accounts of the service. Global admins only.</summary>
    /// <param name="isGlobalAdmin">True for only the global admins, false for only the others.</param>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<AdminDeveloper>> GetDevelopersPageAsync(bool? isGlobalAdmin = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminListDevelopersAsync(limit: limit, offset: offset, isGlobalAdmin: isGlobalAdmin, options: options, cancellationToken: cancellationToken);

    /// <summary>The whole list that <see cref="GetDevelopersPageAsync"/> gives page by page.</summary>
    /// <param name="isGlobalAdmin">True for only the global admins, false for only the others.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<AdminDeveloper>> ListAllDevelopersAsync(bool? isGlobalAdmin = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllDevelopersAsync(isGlobalAdmin, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetDevelopersPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="isGlobalAdmin">True for only the global admins, false for only the others.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<AdminDeveloper> EnumerateAllDevelopersAsync(bool? isGlobalAdmin = null, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetDevelopersPageAsync(isGlobalAdmin, limit, offset, options, token),
            ValentinaOperations.GlobalAdminListDevelopers.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one developer account with its companies. Global admins only.</summary>
    /// <param name="developerId">The developer account.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The account.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<AdminDeveloper> GetDeveloperAsync(Guid developerId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminGetDeveloperAsync(developerId, options, cancellationToken);

    /// <summary>Creates a developer account without a key. A name or e-mail address in use gives 409. Global admins only.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new account, which has no key yet.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<AdminDeveloper> CreateDeveloperAsync(DeveloperCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminCreateDeveloperAsync(request, options, cancellationToken);

    /// <summary>Changes a developer account; only what you assign is changed. Global admins only.</summary>
    /// <param name="developerId">The developer account.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The account after the change.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<AdminDeveloper> UpdateDeveloperAsync(Guid developerId, AdminDeveloperPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminUpdateDeveloperAsync(developerId, patch, options, cancellationToken);

    /// <summary>Deletes a developer account. Its key works until it has rested for 60 seconds. Global admins only.</summary>
    /// <param name="developerId">The developer account.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task DeleteDeveloperAsync(Guid developerId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminDeleteDeveloperAsync(developerId, options, cancellationToken);

    /// <summary>Makes a new API key for a developer. The key is shown only in this answer, so store it at once. The old one keeps working until it has rested for 60 seconds. Global admins only.</summary>
    /// <param name="developerId">The developer account.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The account with its new key, which is shown only here.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<AdminNewDeveloperApiKey> CreateApiKeyAsync(Guid developerId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminCreateDeveloperApiKeyAsync(developerId, options, cancellationToken);
}

using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>
/// The administration of the whole service: developer accounts, users of all companies, logs. Needs the key of a global admin, and no
/// scope.
/// </summary>
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
    /// <remarks>The operation <c>globalAdminListDevelopers</c>.</remarks>
    /// <param name="isGlobalAdmin">True for only the global admins, false for only the others.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.GlobalAdminListDevelopers))]
    public virtual Task<Page<AdminDeveloper>> GetDevelopersPageAsync(
        bool? isGlobalAdmin = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminListDevelopersAsync(
            limit: limit, offset: offset, isGlobalAdmin: isGlobalAdmin, options: options, cancellationToken: cancellationToken);

    /// <summary>Reads one developer account with its companies. Global admins only.</summary>
    /// <remarks>The operation <c>globalAdminGetDeveloper</c>.</remarks>
    /// <param name="developerId">The developer account.</param>
    /// <returns>The account.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<AdminDeveloper> GetDeveloperAsync(
        Guid developerId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminGetDeveloperAsync(developerId, options, cancellationToken);

    /// <summary>Creates a developer account without a key. A name or e-mail address in use gives 409. Global admins only.</summary>
    /// <remarks>The operation <c>globalAdminCreateDeveloper</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The new account, which has no key yet.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<AdminDeveloper> CreateDeveloperAsync(
        DeveloperCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminCreateDeveloperAsync(request, options, cancellationToken);

    /// <summary>Changes a developer account; only what you assign is changed. Global admins only.</summary>
    /// <remarks>The operation <c>globalAdminUpdateDeveloper</c>.</remarks>
    /// <param name="developerId">The developer account.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The account after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<AdminDeveloper> UpdateDeveloperAsync(
        Guid developerId, AdminDeveloperPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminUpdateDeveloperAsync(developerId, patch, options, cancellationToken);

    /// <summary>Deletes a developer account. Its key works until it has rested for 60 seconds. Global admins only.</summary>
    /// <remarks>The operation <c>globalAdminDeleteDeveloper</c>.</remarks>
    /// <param name="developerId">The developer account.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteDeveloperAsync(
        Guid developerId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminDeleteDeveloperAsync(developerId, options, cancellationToken);

    /// <summary>
    /// Makes a new API key for a developer. The key is shown only in this answer, so store it at once. The old one keeps working until it
    /// has rested for 60 seconds. Global admins only.
    /// </summary>
    /// <remarks>The operation <c>globalAdminCreateDeveloperApiKey</c>.</remarks>
    /// <param name="developerId">The developer account.</param>
    /// <returns>The account with its new key, which is shown only here.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<AdminNewDeveloperApiKey> CreateApiKeyAsync(
        Guid developerId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.GlobalAdmin.GlobalAdminCreateDeveloperApiKeyAsync(developerId, options, cancellationToken);
}

using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>Who gets in, and with which sign-in.</content>
public partial class UsersService
{
    /// <summary>Lists the users who signed in but still wait for an admin to approve or deny them. Needs an acting user.</summary>
    /// <remarks>The operation <c>listUnapprovedUsers</c>.</remarks>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListUnapprovedUsers))]
    public virtual Task<Page<User>> GetUnapprovedPageAsync(
        int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.ListUnapprovedUsersAsync(Company, limit, offset, options, cancellationToken);

    /// <summary>
    /// Lets an UNAPPROVED user in with the role you choose. A user who is not waiting gives 400, an unknown role 500. Players may not do
    /// this. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>approveUser</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="role">The role the user gets.</param>
    /// <returns>The user, now with a role.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<User> ApproveAsync(
        Guid userId, UserRole role, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.ApproveUserAsync(Company, userId, new UserApprove { Role = role }, options, cancellationToken);

    /// <summary>
    /// Turns an UNAPPROVED user away. A user who is not waiting gives 400. Players may not do this. The answer has no content. Needs an
    /// acting user.
    /// </summary>
    /// <remarks>The operation <c>denyUser</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DenyAsync(Guid userId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.DenyUserAsync(Company, userId, options, cancellationToken);

    /// <summary>
    /// Folds an UNAPPROVED duplicate into an existing user: sign-in profiles that the first user lacks are taken over and the duplicate is
    /// archived. Players may not do this, and a user cannot be merged with itself. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>mergeUsers</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The user that stays.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<User> MergeAsync(UserMerge request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.MergeUsersAsync(Company, request, options, cancellationToken);

    /// <summary>
    /// Connects a sign-in with a provider to a user and returns the user. Only that user or an admin may do this. An identity in use
    /// elsewhere gives 409, a bad token 422, an unreachable provider 503. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>linkUserIdentity</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The user with the identity.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<User> LinkIdentityAsync(
        Guid userId, LinkIdentityRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.LinkUserIdentityAsync(Company, userId, request, options, cancellationToken);

    /// <summary>
    /// Disconnects a provider from a user and returns the user. Only that user or an admin may do this. The last identity cannot be removed
    /// (409); one that is not linked gives 404. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>unlinkUserIdentity</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="provider">The identity provider to disconnect.</param>
    /// <returns>The user without the identity.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<User> UnlinkIdentityAsync(
        Guid userId, IdentityProvider provider, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.UnlinkUserIdentityAsync(Company, userId, provider, options, cancellationToken);
}

using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>Who gets in, and with which sign-in.</content>
public partial class UsersService
{
    /// <summary>Lists the users who signed in but still wait for an admin to approve or deny them. Needs an acting user.</summary>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<User>> GetUnapprovedPageAsync(int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.ListUnapprovedUsersAsync(Company, limit, offset, options, cancellationToken);

    /// <summary>The whole list that <see cref="GetUnapprovedPageAsync"/> gives page by page.</summary>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<User>> ListAllUnapprovedAsync(PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllUnapprovedAsync(paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetUnapprovedPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<User> EnumerateAllUnapprovedAsync(PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetUnapprovedPageAsync(limit, offset, options, token),
            ValentinaOperations.ListUnapprovedUsers.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Lets an UNAPPROVED user in with the role you choose. A user who is not waiting gives 400, an unknown role 500. Players may not do this. Needs an acting user.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="role">The role the user gets.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user, now with a role.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<User> ApproveAsync(Guid userId, UserRole role, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.ApproveUserAsync(Company, userId, new UserApprove { Role = role }, options, cancellationToken);

    /// <summary>Turns an UNAPPROVED user away. A user who is not waiting gives 400. Players may not do this. The answer has no content. Needs an acting user.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task DenyAsync(Guid userId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.DenyUserAsync(Company, userId, options, cancellationToken);

    /// <summary>Folds an UNAPPROVED duplicate into an existing user: sign-in profiles that the first user lacks are taken over and the duplicate is archived. Players may not do this, and a user cannot be merged with itself. Needs an acting user.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user that stays.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<User> MergeAsync(UserMerge request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.MergeUsersAsync(Company, request, options, cancellationToken);

    /// <summary>Connects a sign-in with a provider to a user and returns the user. Only that user or an admin may do this. An identity in use elsewhere gives 409, a bad token 422, an unreachable provider 503. Needs an acting user.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user with the identity.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<User> LinkIdentityAsync(Guid userId, LinkIdentityRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.LinkUserIdentityAsync(Company, userId, request, options, cancellationToken);

    /// <summary>Disconnects a provider from a user and returns the user. Only that user or an admin may do this. The last identity cannot be removed (409); one that is not linked gives 404. Needs an acting user.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="provider">The identity provider to disconnect.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The user without the identity.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<User> UnlinkIdentityAsync(Guid userId, IdentityProvider provider, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.UnlinkUserIdentityAsync(Company, userId, provider, options, cancellationToken);
}

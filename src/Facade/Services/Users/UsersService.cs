using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>The users of a company. Needs a company, and an acting user for most calls.</summary>
[GenerateSync]
public partial class UsersService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected UsersService()
    {
    }

    internal UsersService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>Lists the users of a company, by role or e-mail address when asked.</summary>
    /// <remarks>The operation <c>listUsers</c>.</remarks>
    /// <param name="userRole">Only users with this role.</param>
    /// <param name="email">The e-mail address, compared as a whole.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListUsers))]
    public virtual Task<Page<User>> GetPageAsync(
        UserRole? userRole = null,
        string? email = null,
        int limit = 10,
        int offset = 0,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
        => Raw.Users.ListUsersAsync(
            Company, limit: limit, offset: offset, userRole: userRole, email: email, options: options,
            cancellationToken: cancellationToken);

    /// <summary>Reads one user, with experience per campaign and nothing embedded.</summary>
    /// <remarks>The operation <c>getUser</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <returns>The user.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<UserDetail> GetAsync(Guid userId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.GetUserAsync(Company, userId, include: null, options: options, cancellationToken: cancellationToken);

    /// <summary>
    /// Reads one user, with experience per campaign. Ask with include for quick rolls, notes, assets or characters in the same answer.
    /// </summary>
    /// <remarks>The operation <c>getUser</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="include">What to embed. A list that was not asked for stays null.</param>
    /// <returns>The user.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<UserDetail> GetAsync(
        Guid userId, IEnumerable<UserInclude> include, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.GetUserAsync(Company, userId, include, options, cancellationToken);

    /// <summary>
    /// Adds a user to a company with the given role, without waiting for approval. Players may not do this. The role may not be UNAPPROVED,
    /// and an unknown role fails with 500. The user name is turned into a slug; a name or e-mail address in use is accepted a second time.
    /// Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>createUser</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The new user.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<User> CreateAsync(UserCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.CreateUserAsync(Company, request, options, cancellationToken);

    /// <summary>
    /// Changes a user's names, e-mail address or role; only what you assign is changed. Players may change only themselves and never a
    /// role. Taking the role from the last admin is refused with 409, and an unknown role fails with 500. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>updateUser</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The user after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<User> UpdateAsync(
        Guid userId, UserPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.UpdateUserAsync(Company, userId, patch, options, cancellationToken);

    /// <summary>
    /// Removes a user from a company; the account is archived. Players may not do this, and the last admin cannot be removed (409). Needs
    /// an acting user.
    /// </summary>
    /// <remarks>The operation <c>deleteUser</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteAsync(Guid userId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.DeleteUserAsync(Company, userId, options, cancellationToken);

    /// <summary>Sums up the dice rolls of one user over all campaigns of the company. Never served from the cache.</summary>
    /// <remarks>The operation <c>getUserStatistics</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="numTopTraits">How many of the most rolled traits to name; 5 unless given.</param>
    /// <returns>The sums.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<RollStatistics> GetStatisticsAsync(
        Guid userId, int? numTopTraits = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Statistics.GetUserStatisticsAsync(
            Company, userId, numTopTraits: numTopTraits, options: options, cancellationToken: cancellationToken);
}

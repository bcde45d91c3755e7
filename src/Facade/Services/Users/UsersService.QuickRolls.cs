using Valentina.Models;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The saved rolls of a user.</content>
public partial class UsersService
{
    /// <summary>Lists the saved rolls of a user.</summary>
    /// <remarks>The operation <c>listUserQuickrolls</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <include file="../Documentation.xml" path="docs/page/*"/>
    [Paged(nameof(ValentinaOperations.ListUserQuickrolls))]
    public virtual Task<Page<QuickRoll>> GetQuickRollsPageAsync(
        Guid userId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersQuickRolls.ListUserQuickrollsAsync(Company, userId, limit, offset, options, cancellationToken);

    /// <summary>Reads one saved roll. The server finds it by its own id alone, whoever the user is.</summary>
    /// <remarks>The operation <c>getUserQuickroll</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="quickRollId">The saved roll.</param>
    /// <returns>The saved roll.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<QuickRoll> GetQuickRollAsync(
        Guid userId, Guid quickRollId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersQuickRolls.GetUserQuickrollAsync(Company, userId, quickRollId, options, cancellationToken);

    /// <summary>
    /// Saves a roll for a user: a name of 3 to 50 characters and at least one trait. Players may do this only for themselves. Needs an
    /// acting user.
    /// </summary>
    /// <remarks>The operation <c>createUserQuickroll</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The new saved roll.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<QuickRoll> CreateQuickRollAsync(
        Guid userId, QuickRollCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersQuickRolls.CreateUserQuickrollAsync(Company, userId, request, options, cancellationToken);

    /// <summary>
    /// Changes name, description or traits of a saved roll; only what you assign is changed, and trait_ids replaces the whole list. Needs
    /// an acting user.
    /// </summary>
    /// <remarks>The operation <c>updateUserQuickroll</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="quickRollId">The saved roll.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The saved roll after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<QuickRoll> UpdateQuickRollAsync(
        Guid userId, Guid quickRollId, QuickRollPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersQuickRolls.UpdateUserQuickrollAsync(Company, userId, quickRollId, patch, options, cancellationToken);

    /// <summary>Deletes a saved roll of a user. Needs an acting user.</summary>
    /// <remarks>The operation <c>deleteUserQuickroll</c>.</remarks>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="quickRollId">The saved roll.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task DeleteQuickRollAsync(
        Guid userId, Guid quickRollId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersQuickRolls.DeleteUserQuickrollAsync(Company, userId, quickRollId, options, cancellationToken);
}

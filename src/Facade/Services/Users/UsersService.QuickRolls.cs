using Valentina.Models;
using Valentina.Paging;
using Valentina.Raw;

namespace Valentina.Services;

/// <content>The saved rolls of a user.</content>
public partial class UsersService
{
    /// <summary>Lists the saved rolls of a user.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="limit">How many items to return, 0 to 100.</param>
    /// <param name="offset">How many items to skip, from 0.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One page of the list.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Page<QuickRoll>> GetQuickRollsPageAsync(Guid userId, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersQuickRolls.ListUserQuickrollsAsync(Company, userId, limit, offset, options, cancellationToken);

    /// <summary>The whole list that <see cref="GetQuickRollsPageAsync"/> gives page by page.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>All items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual Task<IReadOnlyList<QuickRoll>> ListAllQuickRollsAsync(Guid userId, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.ListAsync(EnumerateAllQuickRollsAsync(userId, paging, options, cancellationToken));

    /// <summary>The items of the list that <see cref="GetQuickRollsPageAsync"/> gives page by page, one after the other; pages are read as they are needed.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="paging">How the pages are read; null takes the defaults.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The items, in the order of the server, each once.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">A page failed; <see cref="ValentinaException.ResumeOffset"/> says where to go on.</exception>
    public virtual IAsyncEnumerable<QuickRoll> EnumerateAllQuickRollsAsync(Guid userId, PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(
            (limit, offset, token) => GetQuickRollsPageAsync(userId, limit, offset, options, token),
            ValentinaOperations.ListUserQuickrolls.MaxPageSize,
            paging,
            cancellationToken);

    /// <summary>Reads one saved roll. The server finds it by its own id alone, whoever the user is.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="quickRollId">The saved roll.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The saved roll.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<QuickRoll> GetQuickRollAsync(Guid userId, Guid quickRollId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersQuickRolls.GetUserQuickrollAsync(Company, userId, quickRollId, options, cancellationToken);

    /// <summary>Saves a roll for a user: a name of 3 to 50 characters and at least one trait. Players may do this only for themselves. Needs an acting user.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="request">What to send.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The new saved roll.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<QuickRoll> CreateQuickRollAsync(Guid userId, QuickRollCreate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersQuickRolls.CreateUserQuickrollAsync(Company, userId, request, options, cancellationToken);

    /// <summary>Changes name, description or traits of a saved roll; only what you assign is changed, and trait_ids replaces the whole list. Needs an acting user.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="quickRollId">The saved roll.</param>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The saved roll after the change.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<QuickRoll> UpdateQuickRollAsync(Guid userId, Guid quickRollId, QuickRollPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersQuickRolls.UpdateUserQuickrollAsync(Company, userId, quickRollId, patch, options, cancellationToken);

    /// <summary>Deletes a saved roll of a user. Needs an acting user.</summary>
    /// <param name="userId">The user that is meant, who need not be the acting user.</param>
    /// <param name="quickRollId">The saved roll.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the server has done it.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task DeleteQuickRollAsync(Guid userId, Guid quickRollId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersQuickRolls.DeleteUserQuickrollAsync(Company, userId, quickRollId, options, cancellationToken);
}

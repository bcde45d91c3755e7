using Valentina.Models;

namespace Valentina.Services;

/// <summary>Finds a person's accounts in all companies your key may use. Needs no scope.</summary>
[GenerateSync]
public partial class UserLookupService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected UserLookupService()
    {
    }

    internal UserLookupService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>
    /// Finds a person's accounts in all companies your key may use by e-mail address. Waiting and deactivated users are included, archived
    /// ones are not.
    /// </summary>
    /// <remarks>The operation <c>lookupUser</c>.</remarks>
    /// <param name="email">The e-mail address, compared as a whole.</param>
    /// <returns>The accounts; empty when there are none.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<IReadOnlyList<UserLookupResult>> ByEmailAsync(
        string email, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersLookup.LookupUserAsync(email: email, options: options, cancellationToken: cancellationToken);

    /// <summary>
    /// Finds a person's accounts in all companies your key may use by Discord id. Waiting and deactivated users are included, archived ones
    /// are not.
    /// </summary>
    /// <remarks>The operation <c>lookupUser</c>.</remarks>
    /// <param name="discordId">The person's id at Discord.</param>
    /// <returns>The accounts; empty when there are none.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<IReadOnlyList<UserLookupResult>> ByDiscordIdAsync(
        string discordId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersLookup.LookupUserAsync(discordId: discordId, options: options, cancellationToken: cancellationToken);

    /// <summary>
    /// Finds a person's accounts in all companies your key may use by Google id. Waiting and deactivated users are included, archived ones
    /// are not.
    /// </summary>
    /// <remarks>The operation <c>lookupUser</c>.</remarks>
    /// <param name="googleId">The person's subject id at Google.</param>
    /// <returns>The accounts; empty when there are none.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<IReadOnlyList<UserLookupResult>> ByGoogleIdAsync(
        string googleId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersLookup.LookupUserAsync(googleId: googleId, options: options, cancellationToken: cancellationToken);

    /// <summary>
    /// Finds a person's accounts in all companies your key may use by GitHub id. Waiting and deactivated users are included, archived ones
    /// are not.
    /// </summary>
    /// <remarks>The operation <c>lookupUser</c>.</remarks>
    /// <param name="gitHubId">The person's numeric id at GitHub, as text.</param>
    /// <returns>The accounts; empty when there are none.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<IReadOnlyList<UserLookupResult>> ByGitHubIdAsync(
        string gitHubId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersLookup.LookupUserAsync(gitHubId: gitHubId, options: options, cancellationToken: cancellationToken);

    /// <summary>
    /// Finds a person's accounts in all companies your key may use by Apple id. Waiting and deactivated users are included, archived ones
    /// are not.
    /// </summary>
    /// <remarks>The operation <c>lookupUser</c>.</remarks>
    /// <param name="appleId">The person's subject id at Apple.</param>
    /// <returns>The accounts; empty when there are none.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<IReadOnlyList<UserLookupResult>> ByAppleIdAsync(
        string appleId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.UsersLookup.LookupUserAsync(appleId: appleId, options: options, cancellationToken: cancellationToken);
}

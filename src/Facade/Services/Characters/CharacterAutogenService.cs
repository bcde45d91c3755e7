using Valentina.Models;

namespace Valentina.Services;

/// <summary>Makes random characters: one at once, or several to choose from in a session. Needs a company and an acting user.</summary>
[GenerateSync]
public partial class CharacterAutogenService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected CharacterAutogenService()
    {
    }

    internal CharacterAutogenService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>
    /// Makes a complete random character for a campaign, within the choices you fix. Only storytellers and admins may do this. A failed
    /// call may leave traces and is not repeated by itself. Needs an acting user.
    /// </summary>
    /// <remarks>The operation <c>autogenerateCharacter</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="request">What to send.</param>
    /// <returns>The new character.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Character> GenerateAsync(
        Guid campaignId, CharacterAutogenerate request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersAutogeneration.AutogenerateCharacterAsync(Company, campaignId, request, options, cancellationToken);

    /// <summary>
    /// Makes several random characters for the acting user to choose from and takes the price in XP set by the company, even if the call
    /// then fails. The session expires after 24 hours. It is not repeated by itself.
    /// </summary>
    /// <remarks>The operation <c>startChargenSession</c>.</remarks>
    /// <param name="campaignId">The campaign.</param>
    /// <returns>The session with its candidates.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<ChargenSession> StartSessionAsync(
        Guid campaignId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersAutogeneration.StartChargenSessionAsync(Company, campaignId, options, cancellationToken);

    /// <summary>
    /// Ends a session of character generation: the chosen candidate becomes a lasting character and the others are deleted. An unknown
    /// session gives 400.
    /// </summary>
    /// <remarks>The operation <c>finalizeChargenSession</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The chosen character.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Character> FinalizeSessionAsync(
        ChargenSessionFinalize request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersAutogeneration.FinalizeChargenSessionAsync(Company, request, options, cancellationToken);

    /// <summary>
    /// Lists the acting user's open sessions of character generation. The answer is a plain list without pages and never served from the
    /// cache.
    /// </summary>
    /// <remarks>The operation <c>listChargenSessions</c>.</remarks>
    /// <returns>The open sessions.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<IReadOnlyList<ChargenSession>> ListSessionsAsync(
        RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersAutogeneration.ListChargenSessionsAsync(Company, options, cancellationToken);

    /// <summary>
    /// Reads one open session of character generation with its candidates. An unknown or expired session gives 400, not 404.
    /// </summary>
    /// <remarks>The operation <c>getChargenSession</c>.</remarks>
    /// <param name="sessionId">The session of character generation.</param>
    /// <returns>The session with its candidates.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<ChargenSession> GetSessionAsync(
        Guid sessionId, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.CharactersAutogeneration.GetChargenSessionAsync(Company, sessionId, options, cancellationToken);
}

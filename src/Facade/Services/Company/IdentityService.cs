using Valentina.Models;

namespace Valentina.Services;

/// <summary>Signs people in with tokens of identity providers. Needs a company and no acting user.</summary>
[GenerateSync]
public partial class IdentityService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected IdentityService()
    {
    }

    internal IdentityService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>
    /// Signs a person in with the token of an identity provider: finds the user linked to it, links one with the same verified e-mail
    /// address, or creates an UNAPPROVED one. A bad token gives 422, an unreachable provider 503. Limited to 30 calls, refilled one a
    /// minute.
    /// </summary>
    /// <remarks>The operation <c>identifyUser</c>.</remarks>
    /// <param name="request">What to send.</param>
    /// <returns>The user, and how it was found.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<IdentityResult> IdentifyAsync(
        IdentifyRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Users.IdentifyUserAsync(Company, request, options, cancellationToken);
}

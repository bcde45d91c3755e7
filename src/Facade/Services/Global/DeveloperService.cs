using Valentina.Models;

namespace Valentina.Services;

/// <summary>The developer account your API key belongs to. Needs no scope.</summary>
[GenerateSync]
public partial class DeveloperService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected DeveloperService()
    {
    }

    internal DeveloperService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>Reads the developer account your API key belongs to, with the companies it may use.</summary>
    /// <remarks>The operation <c>getDeveloperMe</c>.</remarks>
    /// <returns>The account.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Developer> GetMeAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Developers.GetDeveloperMeAsync(options, cancellationToken);

    /// <summary>
    /// Changes your own developer name, e-mail address or the accepted sign-in audiences. Only what you assign is changed.
    /// </summary>
    /// <remarks>The operation <c>updateDeveloperMe</c>.</remarks>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <returns>The account after the change.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<Developer> UpdateMeAsync(
        DeveloperPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Developers.UpdateDeveloperMeAsync(patch, options, cancellationToken);
}

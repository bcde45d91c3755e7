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
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The account.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Developer> GetMeAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Developers.GetDeveloperMeAsync(options, cancellationToken);

    /// <summary>Changes your own developer name, e-mail address or the accepted sign-in audiences. Only what you assign is changed.</summary>
    /// <param name="patch">What to change; members that were never assigned stay as they are.</param>
    /// <param name="options">What this call does differently from its client.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The account after the change.</returns>
    /// <exception cref="RequestValidationException">The server would refuse the request; nothing was sent.</exception>
    /// <exception cref="ValentinaException">The call failed; the type of the exception says how.</exception>
    public virtual Task<Developer> UpdateMeAsync(DeveloperPatch patch, RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Developers.UpdateDeveloperMeAsync(patch, options, cancellationToken);
}

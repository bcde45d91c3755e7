using Valentina.Models;

namespace Valentina.Services;

/// <summary>Every fixed choice the service knows. Needs a company.</summary>
[GenerateSync]
public partial class OptionsService : ValentinaService
{
    /// <summary>For test doubles, which override what they need.</summary>
    protected OptionsService()
    {
    }

    internal OptionsService(ServiceScope scope)
        : base(scope)
    {
    }

    /// <summary>
    /// Lists every fixed choice the service knows (roles, character classes, permission values, dice sizes and so on), grouped by subject.
    /// It may be up to ten minutes old. The server does not check that the company exists when a global admin asks.
    /// </summary>
    /// <remarks>The operation <c>getCompanyOptions</c>.</remarks>
    /// <returns>The choices, by subject.</returns>
    /// <include file="../Documentation.xml" path="docs/call/*"/>
    public virtual Task<CompanyOptions> GetAsync(RequestOptions? options = null, CancellationToken cancellationToken = default)
        => Raw.Options.GetCompanyOptionsAsync(Company, options, cancellationToken);
}

using Valentina.Raw;

namespace Valentina.Services;

/// <summary>
/// The base of all services. A service says which operation a method is, and nothing else: what is common to all calls happens
/// in the connection. Services are cheap, hold no state and may be used from many threads at once.
/// </summary>
public abstract class ValentinaService
{
    private readonly ServiceScope? _scope;

    private protected ValentinaService()
    {
    }

    private protected ValentinaService(ServiceScope scope) => _scope = scope;

    /// <summary>The generated clients that carry the calls out.</summary>
    private protected ValentinaRawClients Raw => Scope.Raw;

    /// <summary>The company that is meant; empty where none was chosen, which the request refuses with the remedy.</summary>
    private protected Guid Company => Scope.CompanyId.GetValueOrDefault();

    private protected ServiceScope Scope => ServiceScope.Required(_scope, this);
}

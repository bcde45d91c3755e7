using Valentina.Connection;
using Valentina.Raw;

namespace Valentina.Services;

/// <summary>What a service works in: a connection that may act as a user, and the company that is meant.</summary>
internal sealed class ServiceScope(ApiConnection connection, Guid? companyId)
{
    /// <summary>Carries the calls.</summary>
    public ApiConnection Connection { get; } = connection;

    /// <summary>The generated clients over the connection.</summary>
    public ValentinaRawClients Raw { get; } = new(connection);

    /// <summary>The company, or null where none was chosen.</summary>
    public Guid? CompanyId { get; } = companyId;

    /// <summary>The scope of a service or of a scope's public face, which a test double lacks.</summary>
    public static ServiceScope Required(ServiceScope? scope, object owner)
        => scope
            ?? throw new InvalidOperationException($"This {owner.GetType().Name} is a test double: override the members that are called.");

    /// <summary>The same for another company.</summary>
    public ServiceScope ForCompany(Guid company) => new(Connection, company);

    /// <summary>The same, acting as a user.</summary>
    public ServiceScope ActingAs(Guid user) => new(Connection.WithActingUser(user), CompanyId);
}

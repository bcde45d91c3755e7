using Valentina.Connection;
using Valentina.Connection.Profiles;

namespace Valentina.Client.Tests.Connection;

/// <summary>Connections to either service with otherwise equal settings.</summary>
internal static class ProfileExtensions
{
    public static ConnectionSettings Settings(this ServiceProfile profile, Action<ValentinaOptions>? change = null)
        => TestConnection.Options(change).Resolve(EnvironmentReaders.None) with { Profile = profile };
}

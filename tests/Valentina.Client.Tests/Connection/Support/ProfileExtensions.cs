using Valentina.Connection;
using Valentina.Connection.Profiles;

namespace Valentina.Client.Tests.Connection;

/// <summary>Connections to either service with otherwise equal settings.</summary>
internal static class ProfileExtensions
{
    public static ConnectionSettings Settings(this ServiceProfile profile, Action<ValentinaOptions>? change = null)
    {
        var settings = TestConnection.Options(change).Resolve(EnvironmentReaders.None);
        return new ConnectionSettings
        {
            Profile = profile,
            BaseUrl = settings.BaseUrl,
            ApiKey = settings.ApiKey,
            Timeout = settings.Timeout,
            TotalTimeout = settings.TotalTimeout,
            MaxRetries = settings.MaxRetries,
            RetryDelay = settings.RetryDelay,
            MaxRetryDelay = settings.MaxRetryDelay,
            RetryStatuses = settings.RetryStatuses,
            AutoRetryRateLimit = settings.AutoRetryRateLimit,
            Headers = settings.Headers,
        };
    }
}

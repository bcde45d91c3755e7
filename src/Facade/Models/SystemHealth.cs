using Newtonsoft.Json;

namespace Valentina.Models;

// Added by hand: one answer to the one question a health check is asked.
public partial class SystemHealth
{
    /// <summary>Whether both the database and the cache answer.</summary>
    [JsonIgnore]
    public bool IsHealthy => DatabaseStatus == ServiceStatus.Online && CacheStatus == ServiceStatus.Online;
}

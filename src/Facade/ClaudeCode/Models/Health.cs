using Newtonsoft.Json;

namespace Valentina.ClaudeCode.Models;

// By hand: the state as a yes or no.
public partial class Health
{
    /// <summary>Whether every part of the service works; <c>degraded</c> does not count.</summary>
    [JsonIgnore]
    public bool IsOk => Status == "ok";
}

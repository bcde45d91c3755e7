using Newtonsoft.Json;

namespace Valentina.ClaudeCode.Models;

// By hand: the outcome of a prompt as a yes or no.
public partial class BatchResult
{
    /// <summary>Whether the prompt was answered; otherwise <see cref="Error"/> says why not.</summary>
    [JsonIgnore]
    public bool IsCompleted => Status == BatchStatus.Completed;
}

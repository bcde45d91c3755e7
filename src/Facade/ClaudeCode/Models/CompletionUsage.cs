using Newtonsoft.Json;

namespace Valentina.ClaudeCode.Models;

/// <remarks>By hand: the two shapes of an answer name the same numbers differently.</remarks>
public partial class CompletionUsage
{
    /// <summary>The tokens of the prompt, whichever name they came under.</summary>
    [JsonIgnore]
    public int Input => InputTokens ?? PromptTokens ?? 0;

    /// <summary>The tokens of the answer, whichever name they came under.</summary>
    [JsonIgnore]
    public int Output => OutputTokens ?? CompletionTokens ?? 0;
}

using Newtonsoft.Json;

namespace Valentina.ClaudeCode.Models;

// By hand: the two shapes of an answer name the same numbers differently.
public partial class CompletionUsage
{
    /// <summary>The tokens of the prompt, whichever name they came under; 0 where the answer names none.</summary>
    [JsonIgnore]
    public long InputTokens
    {
        get => PlainInputTokens ?? PromptTokens ?? 0;
        set => PlainInputTokens = value;
    }

    /// <summary>The tokens of the answer, whichever name they came under; 0 where the answer names none.</summary>
    [JsonIgnore]
    public long OutputTokens
    {
        get => PlainOutputTokens ?? CompletionTokens ?? 0;
        set => PlainOutputTokens = value;
    }

    /// <summary>The same as <see cref="InputTokens"/>.</summary>
    [JsonIgnore]
    public long Input => InputTokens;

    /// <summary>The same as <see cref="OutputTokens"/>.</summary>
    [JsonIgnore]
    public long Output => OutputTokens;
}

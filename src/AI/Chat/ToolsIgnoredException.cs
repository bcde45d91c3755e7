using Valentina.ClaudeCode.Models;
using Valentina.ClaudeCode.Raw;

namespace Valentina.AI;

/// <summary>
/// Tools were asked for, and the service ignored them: it is not set up to pass them on, and answered without knowing of them. Such an
/// answer may claim to have done what was never done, so that it is not handed on as one. It is paid for.
/// </summary>
/// <param name="completion">The answer.</param>
public sealed class ToolsIgnoredException(Completion completion) : ValentinaException(
    "The service ignored the tools of the request and answered without them: it is not set up to pass tools on. Leave the tools out, or "
    + "have the service set up with its direct line to the provider. The answer is in Completion.",
    new FailureDetails { Service = ServiceNames.ClaudeCode, Operation = ClaudeCodeOperations.CreateChatCompletion.Id, Attempts = 1 })
{
    /// <summary>The answer that was given without the tools; it is paid for.</summary>
    public Completion Completion { get; } = completion;
}

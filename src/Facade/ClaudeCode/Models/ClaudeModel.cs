namespace Valentina.ClaudeCode.Models;

// By hand: the contract has no word for leaving the choice to the service.
public readonly partial struct ClaudeModel
{
    /// <summary>
    /// Leaves the choice to the service, which looks at the prompt and the budget; nothing is sent. On a stream the service
    /// does not choose: there it takes <c>sonnet</c>.
    /// </summary>
    public static ClaudeModel Auto => default;

    /// <summary>Whether the choice is left to the service.</summary>
    public bool IsAuto => Value is "" or "auto";
}

using Valentina.ClaudeCode.Raw;
using Valentina.ClaudeCode.Streaming;
using Valentina.Raw;

namespace Valentina;

/// <summary>The names of the two services, as <see cref="ValentinaException.Service"/> gives them.</summary>
public static class ServiceNames
{
    /// <summary>Valentina Noir, the game service.</summary>
    public const string ValentinaNoir = "Valentina Noir";

    /// <summary>The Claude Code API.</summary>
    public const string ClaudeCode = "Claude Code";

    /// <summary>The service of an operation; null for one that somebody made.</summary>
    internal static string? Of(ApiOperation operation)
        => ClaudeCodeOperations.All.Contains(operation) || operation.Id == StreamRequests.Operation ? ClaudeCode
            : ValentinaOperations.All.Contains(operation) ? ValentinaNoir
            : null;
}

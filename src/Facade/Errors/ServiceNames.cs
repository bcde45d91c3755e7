namespace Valentina;

/// <summary>The names of the two services, as <see cref="ValentinaException.Service"/> gives them.</summary>
public static class ServiceNames
{
    /// <summary>Valentina Noir, the game service.</summary>
    public const string ValentinaNoir = "Valentina Noir";

    /// <summary>The Claude Code API.</summary>
    public const string ClaudeCode = "Claude Code";
}

using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.SpecTool.View;

/// <summary>What the server takes when a value is left out, for a reader.</summary>
internal static class Defaults
{
    /// <summary>A sentence about the default, ready for the docs; null where there is none, or none to be said in a word.</summary>
    public static string? Sentence(ResolvedSchema schema)
        => schema["default"] is JsonValue value && Word(value) is { } word ? Descriptions.Escape($"Default: `{word}`.") : null;

    /// <summary>Whether a text speaks of its default already.</summary>
    public static bool IsTold(string text) => text.Contains("efault", StringComparison.Ordinal);

    private static string? Word(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>() is { Length: > 0 and <= 60 } text && !text.Contains('`', StringComparison.Ordinal)
            ? text
            : null,
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => value.ToJsonString(),
        _ => null,
    };
}

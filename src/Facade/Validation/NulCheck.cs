using Valentina.Json;

namespace Valentina.Validation;

/// <summary>
/// Finds U+0000: no text in PostgreSQL can hold it, so that the server would fail over it on every attempt.
/// </summary>
internal static class NulCheck
{
    /// <summary>What is wrong with such a text.</summary>
    public const string Message = "must not contain the character U+0000";

    /// <summary>Whether a text holds the character.</summary>
    public static bool IsIn(string? text) => text is not null && text.Contains('\0', StringComparison.Ordinal);

    /// <summary>The members whose text or name holds it, each once.</summary>
    /// <param name="json">JSON as the SDK writes it.</param>
    public static IReadOnlyList<string> FindMembers(ReadOnlySpan<byte> json)
    {
        // Within JSON it is always an escape. The six characters may also be a text of their own, which a closer look tells apart.
        if (json.IndexOf("\\u0000"u8) < 0)
        {
            return [];
        }

        return [.. JsonPlaces.OfNul(json).Select(static path => path.Length > 0 ? path : "body")];
    }
}

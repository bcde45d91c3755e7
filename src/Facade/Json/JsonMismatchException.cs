using System.Text.Json;

namespace Valentina.Json;

/// <summary>A value is of another kind than the contract says. Where it stands is found out only when somebody asks.</summary>
/// <param name="what">What should be there and what is.</param>
/// <param name="position">The byte where the value begins.</param>
internal sealed class JsonMismatchException(string what, long position) : JsonException($"It {what}.")
{
    /// <summary>What should be there and what is.</summary>
    public string What { get; } = what;

    /// <summary>Where the value begins, in bytes from the start of what the reader was given.</summary>
    public long Position { get; } = position;

    /// <summary>The mismatch at the token a reader stands on; the value itself is not for messages.</summary>
    public static JsonMismatchException At(ref Utf8JsonReader reader, string due)
        => new($"should be {due}, but is {Kind(reader.TokenType)}", reader.TokenStartIndex);

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };
}

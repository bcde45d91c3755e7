using System.Text.Json;

namespace Valentina.Json;

/// <summary>A value is of another kind than the contract says. Where it stands is found out only when somebody asks.</summary>
/// <param name="due">What should be there, such as <c>a number</c>.</param>
/// <param name="position">The byte where the value begins.</param>
internal sealed class JsonMismatchException(string due, long position) : JsonException($"It should be {due}.")
{
    /// <summary>What should be there.</summary>
    public string Due { get; } = due;

    /// <summary>Where the value begins, in bytes from the start of what the reader was given.</summary>
    public long Position { get; } = position;

    /// <summary>The mismatch at the token a reader stands on.</summary>
    public static JsonMismatchException At(ref Utf8JsonReader reader, string due) => new(due, reader.TokenStartIndex);
}

using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>
/// Reads and writes one kind of value. A codec is a type without instances and without state, so that lists and maps of any depth are put
/// together at compile time.
/// </summary>
/// <typeparam name="T">The values.</typeparam>
internal interface IJsonCodec<T>
{
    /// <summary>
    /// Reads the value the reader stands on, and stays on its last token. A null of JSON is an item of a list or a map here.
    /// </summary>
    /// <exception cref="JsonMismatchException">It is another kind of value.</exception>
    static abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value, be it null.</summary>
    static abstract void Write(Utf8JsonWriter writer, T value);
}

/// <summary>Reads the value of an answer's root or of a member.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="reader">The reader, on the first token of the value; on the last one afterwards.</param>
internal delegate T JsonReading<out T>(ref Utf8JsonReader reader);

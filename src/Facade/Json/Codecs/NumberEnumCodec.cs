using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>Enums whose values are numbers on the wire.</summary>
/// <typeparam name="T">The enum, of 32 bits.</typeparam>
internal readonly struct NumberEnumCodec<T> : IJsonCodec<T>
    where T : struct, Enum
{
    public static bool MoveToValue(ref Utf8JsonReader reader) => JsonTokens.MoveToValue(ref reader);

    public static T Read(ref Utf8JsonReader reader) => Unsafe.BitCast<int, T>(Int32Codec.Read(ref reader));

    public static void Write(Utf8JsonWriter writer, T value) => writer.WriteNumberValue(Unsafe.BitCast<T, int>(value));

    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, T value)
        => writer.WriteNumber(name, Unsafe.BitCast<T, int>(value));
}

using System.Text.Json;
using Newtonsoft.Json.Linq;
using Valentina.Connection.Buffers;
using Valentina.Json.Codecs;

namespace Valentina.Json;

/// <summary>Whole documents: what an answer or a message holds, and what is sent.</summary>
internal static class WireJson
{
    /// <summary>What the writer asks for at once.</summary>
    private const int InitialSize = 4096;

    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = WireEncoder.Instance,
        SkipValidation = true,

        // Free JSON may be deep; the stack ends before this.
        MaxDepth = int.MaxValue,
    };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>Reads a document that holds one value.</summary>
    /// <exception cref="JsonException">It is no JSON, more than one value, or another value than the contract says.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonReading<T> read)
    {
        var reader = new Utf8JsonReader(WithoutMark(json));
        reader.Read();
        var value = ReadValue(ref reader, read);

        // Throws where something follows.
        reader.Read();
        return value;
    }

    /// <summary>Reads a value, and says of one that is not what the contract says where in it that is.</summary>
    /// <exception cref="JsonException">It is no JSON, or another value than the contract says.</exception>
    public static T ReadValue<T>(ref Utf8JsonReader reader, JsonReading<T> read)
    {
        var start = reader;
        try
        {
            return read(ref reader);
        }
        catch (JsonMismatchException ex)
        {
            var path = JsonPlaces.At(start, ex.Position);
            throw new JsonException($"{(path.Length > 0 ? $"'{path}'" : "It")} {ex.What}.", ex);
        }
    }

    /// <summary>What a piece of code writes, in an array of its own.</summary>
    /// <param name="state">What it writes.</param>
    /// <param name="write">The code.</param>
    public static byte[] ToBytes<TState>(TState state, Action<Utf8JsonWriter, TState> write)
    {
        using var buffer = new PooledBuffer(InitialSize);
        var writer = _writer ?? new Utf8JsonWriter(buffer, Writing);
        _writer = null;
        writer.Reset(buffer);
        write(writer, state);
        writer.Flush();
        _writer = writer;
        return buffer.Memory.ToArray();
    }

    /// <summary>Writes a model, a list of models or free JSON.</summary>
    /// <exception cref="ArgumentException">It cannot be written.</exception>
    public static void Write(Utf8JsonWriter writer, object body)
    {
        switch (body)
        {
            case IJsonModel model:
                model.WriteJson(writer);
                break;
            case IEnumerable<IJsonModel?> models:
                writer.WriteStartArray();
                foreach (var model in models)
                {
                    if (model is null)
                    {
                        writer.WriteNullValue();
                    }
                    else
                    {
                        model.WriteJson(writer);
                    }
                }

                writer.WriteEndArray();
                break;
            case JToken free:
                FreeJson.Write(writer, free);
                break;
            default:
                throw new ArgumentException($"A {body.GetType().Name} is no model.", nameof(body));
        }
    }

    /// <summary>The bytes without a mark in front of them that says they are UTF-8.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> json)
        => json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
}

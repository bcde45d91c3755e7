using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Valentina.Json;

/// <summary>
/// Free JSON from the wire and back. Only its tree is Newtonsoft's: reading and writing it here asks for no serializer and no reflection.
/// </summary>
internal static class FreeJson
{
    /// <summary>Reads the value the reader stands on.</summary>
    public static JToken Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => ReadObject(ref reader),
        JsonTokenType.StartArray => ReadArray(ref reader),
        JsonTokenType.String => new JValue(JsonTokens.Text(ref reader)),
        JsonTokenType.Number => ReadNumber(JsonTokens.Bytes(ref reader)),
        JsonTokenType.True => new JValue(true),
        JsonTokenType.False => new JValue(false),
        _ => JValue.CreateNull(),
    };

    /// <summary>Reads the object the reader stands on.</summary>
    public static JObject ReadObject(ref Utf8JsonReader reader)
    {
        JsonTokens.StartObject(ref reader);
        var members = new JObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonTokens.Text(ref reader);
            reader.Read();
            members[name] = Read(ref reader);
        }

        return members;
    }

    /// <summary>The value the reader stands on as JSON without blanks.</summary>
    public static string Text(ref Utf8JsonReader reader) => Read(ref reader).ToString(Formatting.None);

    /// <summary>Writes members that a model does not know.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, IDictionary<string, JToken>? members)
    {
        if (members is null)
        {
            return;
        }

        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }
    }

    /// <summary>Writes free JSON.</summary>
    public static void Write(Utf8JsonWriter writer, JToken? token)
    {
        switch (token)
        {
            case JObject members:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                writer.WriteStartObject();
                foreach (var member in members.Properties())
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JArray items:
                RuntimeHelpers.EnsureSufficientExecutionStack();
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JValue value:
                Write(writer, value);
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                throw new ArgumentException($"A {token.Type} of Newtonsoft.Json is no JSON.", nameof(token));
        }
    }

    private static JArray ReadArray(ref Utf8JsonReader reader)
    {
        var items = new JArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref reader));
        }

        return items;
    }

    /// <summary>A number beyond a double's range is kept as its text, which still converts.</summary>
    private static JValue ReadNumber(ReadOnlySpan<byte> text)
    {
        if (Utf8Parser.TryParse(text, out long whole, out var length) && length == text.Length)
        {
            return new JValue(whole);
        }

        if (text.IndexOfAny(".eE"u8) < 0)
        {
            return new JValue((object)BigInteger.Parse(Encoding.ASCII.GetString(text), CultureInfo.InvariantCulture));
        }

        return WireNumber.TryReadDouble(text, out var number) ? new JValue(number) : new JRaw(Encoding.ASCII.GetString(text));
    }

    private static void Write(Utf8JsonWriter writer, JValue value)
    {
        switch (value.Value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text when value.Type is JTokenType.String:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                WireNumber.Write(writer, number);
                break;
            case decimal number:
                WireNumber.Write(writer, number);
                break;
            default:
                // Kinds that only a program makes: dates, ids, bytes, raw JSON. A date is written as its words say.
                writer.WriteRawValue(value.ToString(Formatting.None));
                break;
        }
    }
}

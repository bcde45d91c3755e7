using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Valentina.ClaudeCode.Raw;
using Valentina.Json.Codecs;
using Valentina.Raw;

namespace Valentina.Json;

/// <summary>
/// Reads and writes pages with System.Text.Json in the form of the wire. The pages of the contracts stand in generated tables, so that
/// nothing is put together at run time; a page of a program's own items is, where the program can do that. Not meant for programs.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PageConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        return typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Page<>);
    }

    /// <inheritdoc/>
    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(typeToConvert);
        if ((ValentinaPages.Find(typeToConvert) ?? ClaudeCodePages.Find(typeToConvert)) is { } known)
        {
            return known;
        }

        return RuntimeFeature.IsDynamicCodeSupported
            ? CreateOther(typeToConvert)
            : throw new NotSupportedException(
                $"Native code has no converter for {typeToConvert}: only pages of the contracts' models have one.");
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Only called where code can be made at run time.")]
    private static JsonConverter CreateOther(Type page)
        => (JsonConverter)Activator.CreateInstance(typeof(OtherPageConverter<>).MakeGenericType(page.GetGenericArguments()))!;
}

/// <summary>Pages of models.</summary>
/// <typeparam name="T">The model.</typeparam>
internal sealed class PageConverter<T> : JsonConverter<Page<T>>
    where T : class, IJsonModel<T>
{
    public override Page<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => WireJson.ReadValue(ref reader, PageCodec<T, ModelCodec<T>>.Read);

    public override void Write(Utf8JsonWriter writer, Page<T> value, JsonSerializerOptions options)
        => PageCodec<T, ModelCodec<T>>.Write(writer, value);
}

/// <summary>Pages of a program's own items, which its options know how to read and write.</summary>
/// <typeparam name="T">The items.</typeparam>
internal sealed class OtherPageConverter<T> : JsonConverter<Page<T>>
{
    public override Page<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var items = (JsonTypeInfo<IReadOnlyList<T>>)options.GetTypeInfo(typeof(IReadOnlyList<T>));
        JsonTokens.StartObject(ref reader);
        var page = new Page<T>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!PageMembers.TryRead(ref reader, page))
            {
                reader.Read();
                page.Items = JsonSerializer.Deserialize(ref reader, items) ?? [];
            }
        }

        return page;
    }

    public override void Write(Utf8JsonWriter writer, Page<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("items"u8);
        JsonSerializer.Serialize(writer, value.Items, (JsonTypeInfo<IReadOnlyList<T>>)options.GetTypeInfo(typeof(IReadOnlyList<T>)));
        PageMembers.Write(writer, value);
        writer.WriteEndObject();
    }
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Newtonsoft.Json;
using Valentina.ClaudeCode.Json;
using Valentina.Json;

namespace Valentina.ClaudeCode.Models;

/// <summary>
/// What is said in a message: a text, or a list of parts with texts and pictures. A text converts to it by itself, so that
/// <c>Content = "hello"</c> is all that most messages need; parts are written as <c>Content = [first, second]</c>.
/// </summary>
/// <example>
/// <code>
/// var message = ChatMessage.User([ContentPart.OfText("What is on the picture?"), ContentPart.OfImage(bytes, "image/png")]);
/// </code>
/// </example>
[JsonConverter(typeof(MessageContentConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(ModelConverter<MessageContent>))]
[CollectionBuilder(typeof(MessageContent), nameof(Create))]
public sealed class MessageContent : IEnumerable<ContentPart>, IJsonModel<MessageContent>
{
    private readonly string? _text;

    /// <summary>Creates a content that is a text; it is sent as a text.</summary>
    public MessageContent(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
        Parts = [new TextPart(text)];
    }

    /// <summary>Creates a content of parts; it is sent as a list, even of a single one.</summary>
    /// <exception cref="ArgumentException">A part is null.</exception>
    public MessageContent(IEnumerable<ContentPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Parts = [.. parts];
        if (Parts.Contains(null!))
        {
            throw new ArgumentException("A part of a message must not be null.", nameof(parts));
        }
    }

    /// <summary>Whether it is a text rather than a list of parts.</summary>
    public bool IsText => _text is not null;

    /// <summary>The text; of a list of parts the texts among them, with blanks between, as the service joins them.</summary>
    public string Text => _text ?? string.Join(' ', Parts.OfType<TextPart>().Select(static part => part.Text));

    /// <summary>The parts; a text is a single one.</summary>
    public IReadOnlyList<ContentPart> Parts { get; }

    /// <summary>A text as content; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator MessageContent?(string? text) => text is null ? null : new(text);

    /// <summary>Parts as content; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(parts))]
    public static implicit operator MessageContent?(ContentPart[]? parts) => parts is null ? null : new(parts);

    /// <inheritdoc cref="Text"/>
    [return: NotNullIfNotNull(nameof(content))]
    public static implicit operator string?(MessageContent? content) => content?.Text;

    /// <summary>Creates a content of parts; what <c>[first, second]</c> calls.</summary>
    public static MessageContent Create(ReadOnlySpan<ContentPart> parts) => new(parts.ToArray());

    /// <inheritdoc/>
    public IEnumerator<ContentPart> GetEnumerator() => Parts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc cref="Text"/>
    public override string ToString() => Text;

    static MessageContent IJsonModel<MessageContent>.ReadJson(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return new(JsonTokens.Text(ref reader));
            case JsonTokenType.StartArray:
                var parts = new List<ContentPart>();
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    parts.Add(ContentPart.FromJson(FreeJson.ReadObject(ref reader)));
                }

                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    return new(parts);
                }

                break;
        }

        throw JsonMismatchException.At(ref reader, "a text or a list of parts");
    }

    void IJsonModel.WriteJson(Utf8JsonWriter writer)
    {
        if (IsText)
        {
            writer.WriteStringValue(_text);
            return;
        }

        writer.WriteStartArray();
        foreach (var part in Parts)
        {
            FreeJson.Write(writer, part.ToJson());
        }

        writer.WriteEndArray();
    }
}

using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Json;
using Valentina.Json;

namespace Valentina.ClaudeCode.Models;

/// <summary>A part of a message: a <see cref="TextPart"/>, an <see cref="ImagePart"/>, or any other as it came.</summary>
[JsonConverter(typeof(ContentPartConverter))]
[System.Text.Json.Serialization.JsonConverter(typeof(ModelConverter<ContentPart>))]
public abstract class ContentPart : IJsonModel<ContentPart>
{
    private protected ContentPart(string type) => Type = type;

    /// <summary>What kind of part it is, on the wire: <c>text</c>, <c>image</c> or another word.</summary>
    public string Type { get; }

    /// <summary>A text.</summary>
    public static TextPart OfText(string text) => new(text);

    /// <summary>A picture that is sent along.</summary>
    /// <param name="data">Its bytes; they are copied.</param>
    /// <param name="mediaType">What it is: <c>image/png</c>, <c>image/jpeg</c>, <c>image/gif</c> or <c>image/webp</c>.</param>
    public static ImagePart OfImage(ReadOnlySpan<byte> data, string mediaType) => new(data, mediaType);

    /// <summary>A picture that the model's provider fetches.</summary>
    /// <param name="url">Where it is.</param>
    public static ImagePart OfImage(Uri url) => new(url);

    /// <summary>A part of a kind that the SDK does not know, as JSON; it must have a <c>type</c>.</summary>
    public static OtherPart OfJson(JObject json) => new(json);

    static ContentPart IJsonModel<ContentPart>.ReadJson(ref Utf8JsonReader reader) => FromJson(FreeJson.ReadObject(ref reader));

    void IJsonModel.WriteJson(Utf8JsonWriter writer) => FreeJson.Write(writer, ToJson());

    internal abstract JObject ToJson();

    internal static ContentPart FromJson(JObject json)
        => TextPart.TryRead(json) ?? ImagePart.TryRead(json) ?? (ContentPart)new OtherPart(json);

    /// <summary>A member that is a text, or null.</summary>
    private protected static string? TextOf(JToken? token) => token is JValue { Value: string text } ? text : null;
}

/// <summary>A text within a message.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(ModelConverter<TextPart>))]
public sealed class TextPart : ContentPart, IJsonModel<TextPart>
{
    /// <summary>Creates the part.</summary>
    public TextPart(string text)
        : base("text")
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    static TextPart IJsonModel<TextPart>.ReadJson(ref Utf8JsonReader reader)
    {
        var start = reader;
        return TryRead(FreeJson.ReadObject(ref reader))
            ?? throw JsonMismatchException.At(ref start, "a part that is a text and nothing else");
    }

    internal static TextPart? TryRead(JObject json)
        => json.Count == 2 && TextOf(json["type"]) == "text" && TextOf(json["text"]) is { } text ? new(text) : null;

    internal override JObject ToJson() => new() { ["type"] = Type, ["text"] = Text };
}

/// <summary>
/// A picture within a message, in the shape of Anthropic. The service reads pictures only where it talks to the model directly; its
/// command-line tool leaves them out.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(ModelConverter<ImagePart>))]
public sealed class ImagePart : ContentPart, IJsonModel<ImagePart>
{
    /// <summary>Creates a part with the picture itself.</summary>
    public ImagePart(ReadOnlySpan<byte> data, string mediaType)
        : this(Convert.ToBase64String(data), mediaType)
    {
    }

    /// <summary>Creates a part with the address of the picture.</summary>
    public ImagePart(Uri url)
        : base("image")
    {
        ArgumentNullException.ThrowIfNull(url);
        Url = url;
    }

    private ImagePart(string data, string mediaType)
        : base("image")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaType);
        Data = data;
        MediaType = mediaType;
    }

    /// <summary>The picture in Base64; null where only its address is known.</summary>
    public string? Data { get; }

    /// <summary>What the picture is, such as <c>image/png</c>; null where only its address is known.</summary>
    public string? MediaType { get; }

    /// <summary>Where the picture is; null where it is sent along.</summary>
    public Uri? Url { get; }

    /// <inheritdoc/>
    public override string ToString() => $"[image {MediaType ?? Url!.ToString()}]";

    static ImagePart IJsonModel<ImagePart>.ReadJson(ref Utf8JsonReader reader)
    {
        var start = reader;
        return TryRead(FreeJson.ReadObject(ref reader))
            ?? throw JsonMismatchException.At(ref start, "a part that is a picture and nothing else");
    }

    internal static ImagePart? TryRead(JObject json)
    {
        if (json.Count != 2 || TextOf(json["type"]) != "image" || json["source"] is not JObject source)
        {
            return null;
        }

        return TextOf(source["type"]) switch
        {
            "base64" when source.Count == 3 && TextOf(source["data"]) is { } data && TextOf(source["media_type"]) is { Length: > 0 } type
                => string.IsNullOrWhiteSpace(type) ? null : new(data, type),
            "url" when source.Count == 2
                && Uri.TryCreate(TextOf(source["url"]), UriKind.Absolute, out var url)
                && url.OriginalString == TextOf(source["url"]) => new(url),
            _ => null,
        };
    }

    internal override JObject ToJson() => new()
    {
        ["type"] = Type,
        ["source"] = Url is null
            ? new JObject { ["type"] = "base64", ["media_type"] = MediaType, ["data"] = Data }
            : new JObject { ["type"] = "url", ["url"] = Url.OriginalString },
    };
}

/// <summary>A part of a kind that this version of the SDK does not know, or with members that it does not know; kept as it came.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(ModelConverter<OtherPart>))]
public sealed class OtherPart : ContentPart, IJsonModel<OtherPart>
{
    private readonly JObject _json;

    internal OtherPart(JObject json)
        : base(TextOf((json ?? throw new ArgumentNullException(nameof(json)))["type"]) ?? "")
        => _json = (JObject)json.DeepClone();

    /// <summary>The part as JSON; a copy.</summary>
    public JObject Json => (JObject)_json.DeepClone();

    /// <inheritdoc/>
    public override string ToString() => $"[{Type}]";

    static OtherPart IJsonModel<OtherPart>.ReadJson(ref Utf8JsonReader reader) => new(FreeJson.ReadObject(ref reader));

    internal override JObject ToJson() => Json;
}

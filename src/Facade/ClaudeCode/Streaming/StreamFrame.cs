using System.Text.Json;
using Valentina.Json;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>The texts of one message of a stream; those that are missing, or are no texts, are empty.</summary>
internal readonly struct StreamFrame
{
    private StreamFrame(string type, string content, string error, string model)
    {
        Type = type;
        Content = content;
        Error = error;
        Model = model;
    }

    public string Type { get; }

    public string Content { get; }

    public string Error { get; }

    public string Model { get; }

    /// <exception cref="JsonException">The message is no JSON object, or more than one.</exception>
    public static StreamFrame Read(ReadOnlySpan<byte> message) => WireJson.Read(message, Read);

    private static StreamFrame Read(ref Utf8JsonReader reader)
    {
        var (type, content, error, model) = ("", "", "", "");
        JsonTokens.StartObject(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonTokens.Name(ref reader);
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("type"u8):
                    type = ReadType(ref reader);
                    break;
                case 7 when name.SequenceEqual("content"u8):
                    content = ReadText(ref reader);
                    break;
                case 5 when name.SequenceEqual("error"u8):
                    error = ReadText(ref reader);
                    break;
                case 5 when name.SequenceEqual("model"u8):
                    model = ReadText(ref reader);
                    break;
                default:
                    JsonTokens.SkipValue(ref reader);
                    break;
            }
        }

        return new StreamFrame(type, content, error, model);
    }

    private static string ReadType(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.String && Known(JsonTokens.Bytes(ref reader)) is { } known
            ? known
            : TextOrEmpty(ref reader);
    }

    /// <summary>The kinds of message there are, so that none needs a text of its own.</summary>
    private static string? Known(ReadOnlySpan<byte> type) => type.Length switch
    {
        5 when type.SequenceEqual("token"u8) => "token",
        8 when type.SequenceEqual("thinking"u8) => "thinking",
        4 when type.SequenceEqual("done"u8) => "done",
        6 when type.SequenceEqual("result"u8) => "result",
        5 when type.SequenceEqual("error"u8) => "error",
        _ => null,
    };

    private static string ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return TextOrEmpty(ref reader);
    }

    private static string TextOrEmpty(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return JsonTokens.Text(ref reader);
        }

        reader.Skip();
        return "";
    }
}

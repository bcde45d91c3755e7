using System.Text.Json;
using Valentina.ClaudeCode.Models;
using Valentina.Json;
using Valentina.Json.Codecs;

namespace Valentina.ClaudeCode.Streaming;

/// <summary>What the last message of an answer says of tokens and money.</summary>
internal readonly record struct StreamSum(TokenUsage? Usage, decimal Cost)
{
    /// <exception cref="JsonException">The message is not what the protocol says.</exception>
    public static StreamSum Read(ReadOnlySpan<byte> message) => WireJson.Read(message, Read);

    private static StreamSum Read(ref Utf8JsonReader reader)
    {
        TokenUsage? usage = null;
        var cost = 0m;
        JsonTokens.StartObject(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonTokens.Name(ref reader);
            if (name.SequenceEqual("usage"u8))
            {
                usage = ModelCodec<TokenUsage>.MoveToValue(ref reader) ? ModelCodec<TokenUsage>.Read(ref reader) : null;
            }
            else if (name.SequenceEqual("cost"u8))
            {
                cost = DecimalCodec.MoveToValue(ref reader) ? DecimalCodec.Read(ref reader) : 0;
            }
            else
            {
                JsonTokens.SkipValue(ref reader);
            }
        }

        return new StreamSum(usage, cost);
    }
}

using System.Buffers;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Valentina.Connection.Buffers;

namespace Valentina.Json;

/// <summary>
/// The members of an answer that its model does not know. They stay bytes until somebody looks: most programs never do, and a tree of them
/// for each item of a list would be most of what the list weighs.
/// </summary>
internal struct OtherMembers
{
    /// <summary>Null, the bytes of an object, or a dictionary.</summary>
    private object? _content;

    private OtherMembers(object? content) => _content = content;

    /// <summary>The members as a dictionary, the same one on every call; null when there are none.</summary>
    public IDictionary<string, JToken>? Look()
    {
        var content = Volatile.Read(ref _content);
        if (content is not byte[] bytes)
        {
            return (IDictionary<string, JToken>?)content;
        }

        // Two readers at once must get one dictionary.
        var members = Parse(bytes);
        var found = Interlocked.CompareExchange(ref _content, members, bytes);
        return ReferenceEquals(found, bytes) ? members : (IDictionary<string, JToken>?)found;
    }

    public void Set(IDictionary<string, JToken>? members) => Volatile.Write(ref _content, members);

    public void Write(Utf8JsonWriter writer) => FreeJson.WriteMembers(writer, Look());

    private static Dictionary<string, JToken> Parse(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var members = new Dictionary<string, JToken>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonTokens.Text(ref reader);
            reader.Read();
            members[name] = FreeJson.Read(ref reader);
        }

        return members;
    }

    /// <summary>Takes such members while a model is read.</summary>
    public ref struct Builder
    {
        private PooledBuffer? _json;

        /// <summary>Takes the member whose name the reader stands on, token by token, as it is written.</summary>
        public void Keep(ref Utf8JsonReader reader)
        {
            if (_json is null)
            {
                _json = new PooledBuffer(256);
                _json.Write("{"u8);
            }
            else
            {
                _json.Write(","u8);
            }

            var depth = reader.CurrentDepth;
            Copy(ref reader);
            reader.Read();
            Copy(ref reader);
            var previous = reader.TokenType;
            while (reader.CurrentDepth > depth || (previous is JsonTokenType.StartObject or JsonTokenType.StartArray))
            {
                reader.Read();
                if (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray)
                    && previous is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName))
                {
                    _json.Write(","u8);
                }

                Copy(ref reader);
                previous = reader.TokenType;
            }
        }

        /// <summary>What was taken.</summary>
        public OtherMembers Build()
        {
            if (_json is null)
            {
                return default;
            }

            _json.Write("}"u8);
            var bytes = _json.Memory.ToArray();
            _json.Dispose();
            return new OtherMembers(bytes);
        }

        private readonly void Copy(ref Utf8JsonReader reader)
        {
            var json = _json!;
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    json.Write("{"u8);
                    break;
                case JsonTokenType.EndObject:
                    json.Write("}"u8);
                    break;
                case JsonTokenType.StartArray:
                    json.Write("["u8);
                    break;
                case JsonTokenType.EndArray:
                    json.Write("]"u8);
                    break;
                case JsonTokenType.PropertyName:
                    CopyText(ref reader);
                    json.Write(":"u8);
                    break;
                case JsonTokenType.String:
                    CopyText(ref reader);
                    break;
                default:
                    json.Write(JsonTokens.Raw(ref reader));
                    break;
            }
        }

        private readonly void CopyText(ref Utf8JsonReader reader)
        {
            var json = _json!;
            json.Write("\""u8);
            json.Write(JsonTokens.Raw(ref reader));
            json.Write("\""u8);
        }
    }
}

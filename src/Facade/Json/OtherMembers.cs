using System.Buffers;
using System.Text.Json;
using Newtonsoft.Json.Linq;

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
        private const int InitialSize = 256;
        private const int MaxRented = 1024 * 1024;

        private byte[]? _json;
        private int _length;

        /// <summary>Takes the member whose name the reader stands on, token by token, as it is written.</summary>
        public void Keep(ref Utf8JsonReader reader)
        {
            Add(_json is null ? "{"u8 : ","u8);
            var depth = reader.CurrentDepth;
            Copy(ref reader);
            reader.Read();
            Copy(ref reader);
            var previous = reader.TokenType;
            while (reader.CurrentDepth > depth || previous is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                reader.Read();
                if (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray)
                    && previous is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName))
                {
                    Add(","u8);
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

            Add("}"u8);
            var bytes = _json.AsSpan(0, _length).ToArray();
            Return(_json);
            _json = null;
            return new OtherMembers(bytes);
        }

        private static void Return(byte[] bytes)
        {
            if (bytes.Length <= MaxRented)
            {
                ArrayPool<byte>.Shared.Return(bytes);
            }
        }

        private void Copy(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    Add("{"u8);
                    break;
                case JsonTokenType.EndObject:
                    Add("}"u8);
                    break;
                case JsonTokenType.StartArray:
                    Add("["u8);
                    break;
                case JsonTokenType.EndArray:
                    Add("]"u8);
                    break;
                case JsonTokenType.PropertyName:
                    AddText(JsonTokens.Raw(ref reader));
                    Add(":"u8);
                    break;
                case JsonTokenType.String:
                    AddText(JsonTokens.Raw(ref reader));
                    break;
                default:
                    Add(JsonTokens.Raw(ref reader));
                    break;
            }
        }

        private void AddText(scoped ReadOnlySpan<byte> text)
        {
            Add("\""u8);
            Add(text);
            Add("\""u8);
        }

        private void Add(scoped ReadOnlySpan<byte> json)
        {
            if (_json is null || _json.Length - _length < json.Length)
            {
                Grow(json.Length);
            }

            json.CopyTo(_json.AsSpan(_length));
            _length += json.Length;
        }

        /// <summary>The pool would keep great arrays for each thread.</summary>
        private void Grow(int needed)
        {
            var size = Math.Max(checked(_length + needed), Math.Max(InitialSize, _length * 2));
            var larger = size <= MaxRented ? ArrayPool<byte>.Shared.Rent(size) : GC.AllocateUninitializedArray<byte>(size);
            if (_json is not null)
            {
                _json.AsSpan(0, _length).CopyTo(larger);
                Return(_json);
            }

            _json = larger;
        }
    }
}

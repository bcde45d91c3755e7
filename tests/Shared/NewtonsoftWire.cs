using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Valentina.Tests.Shared;

/// <summary>
/// The models over their Newtonsoft attributes, with the settings that keep texts and numbers as they came. The SDK itself reads and writes
/// with code of its own: this is what that code is measured against.
/// </summary>
public static class NewtonsoftWire
{
    public static JsonSerializer Serializer { get; } = JsonSerializer.Create(CreateSettings());

    public static JsonSerializerSettings CreateSettings() => new()
    {
        // Otherwise texts that look like dates would be rewritten within free JSON.
        DateParseHandling = DateParseHandling.None,
        // A member that begins with an empty list gets the list received, not additions to a shared one.
        ObjectCreationHandling = ObjectCreationHandling.Replace,
        // "$type" and its kind are data of the server, never instructions.
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        TypeNameHandling = TypeNameHandling.None,
        Culture = CultureInfo.InvariantCulture,
    };

    public static object? Read(ReadOnlyMemory<byte> json, Type type)
    {
        using var reader = new JsonTextReader(new StreamReader(new MemoryStream(json.ToArray()), Encoding.UTF8));
        return Serializer.Deserialize(reader, type);
    }

    public static byte[] Write(object value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Serializer.Serialize(text, value);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}

using System.Globalization;
using Newtonsoft.Json;

namespace Valentina.Json;

/// <summary>The one serializer of the SDK. Models carry their own rules, so it only keeps texts and numbers as they came.</summary>
internal static class ValentinaJson
{
    /// <summary>Reads and writes every body; safe for any number of threads.</summary>
    public static JsonSerializer Serializer { get; } = JsonSerializer.Create(CreateSettings());

    /// <summary>The settings behind <see cref="Serializer"/>, new on every call.</summary>
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
        Converters = { new InstantConverter() },
    };
}

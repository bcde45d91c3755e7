using System.Globalization;
using Newtonsoft.Json;

namespace Valentina.Conformance.Raw;

/// <content>The models carry their own rules: any serializer that leaves texts and numbers as they came will do for what is sent.</content>
internal static partial class WireJson
{
    private static JsonSerializer Serializer { get; } = JsonSerializer.Create(new JsonSerializerSettings
    {
        DateParseHandling = DateParseHandling.None,
        ObjectCreationHandling = ObjectCreationHandling.Replace,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        Culture = CultureInfo.InvariantCulture,
    });
}

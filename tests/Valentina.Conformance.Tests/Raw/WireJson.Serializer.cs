using Newtonsoft.Json;

namespace Valentina.Conformance.Raw;

/// <content>The serializer of the SDK itself.</content>
internal static partial class WireJson
{
    private static JsonSerializer Serializer => NewtonsoftWire.Serializer;
}

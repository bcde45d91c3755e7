using System.Text.Json.Nodes;
using Newtonsoft.Json;

namespace Valentina.Testing;

/// <summary>Models of the SDK as JSON and back, in the SDK's own words.</summary>
internal static class ModelJson
{
    public static readonly JsonSerializerSettings Settings = Valentina.Json.ValentinaJson.CreateSettings();

    /// <summary>Writes a model, a plain object or a node.</summary>
    public static JsonNode? Node(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        _ => JsonNode.Parse(JsonConvert.SerializeObject(value, Settings)),
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>From the body of a request to what is stored: declared members only, defaults, numbers in strings, plain uuids.</summary>
internal static class Forms
{
    /// <summary>The stored form of a new thing.</summary>
    public static JsonObject New(EndpointContext call)
    {
        var data = new JsonObject();
        foreach (var member in Schema(call).Members)
        {
            if (call.Form.TryGetPropertyValue(member.Name, out var value))
            {
                data[member.Name] = Stored(member, value);
            }
            else if (member.Schema.Default is { } fallback)
            {
                data[member.Name] = fallback.DeepClone();
            }
        }

        return data;
    }

    /// <summary>Applies a three-state change: what is left out stays, null clears, the rest is set; nested objects likewise.</summary>
    public static void Patch(EndpointContext call, Entity entity) => Merge(Schema(call), call.Form, entity.Data, call, "");

    private static void Merge(ContractSchema schema, JsonObject form, JsonObject data, EndpointContext call, string above)
    {
        foreach (var member in schema.Members)
        {
            if (!form.TryGetPropertyValue(member.Name, out var value))
            {
                continue;
            }

            if (value is JsonObject nested && data[member.Name] is JsonObject existing && member.Schema.Core.Members.Count > 0)
            {
                Merge(member.Schema.Core, nested, existing, call, $"{above}{member.Name}.");
            }
            else
            {
                call.Note(above + member.Name, data[member.Name], value);
                data[member.Name] = Stored(member, value);
            }
        }
    }

    private static ContractSchema Schema(EndpointContext call) => call.Operation.RequestBody!.Schema!.Core;

    /// <summary>
    /// What is stored of a value: plain uuids, numbers out of texts, nothing for a text that is empty where that means none.
    /// </summary>
    private static JsonNode? Stored(ContractMember member, JsonNode? value)
    {
        var core = member.Schema.Core;
        return value switch
        {
            null => null,
            JsonObject nested when core.Members.Count > 0 => new JsonObject(nested.Select(child => KeyValuePair.Create(
                child.Key, core.Member(child.Key) is { } known ? Stored(known, child.Value) : child.Value?.DeepClone()))),
            JsonArray array when core.Items?.Core.Format == "uuid" => new JsonArray([.. array.Select(item => (JsonNode)Plain(item!))]),
            JsonValue text when text.GetValueKind() == JsonValueKind.String && core.Format == "uuid" => Plain(text),
            JsonValue text when text.GetValueKind() == JsonValueKind.String && core.Types.HasFlag(JsonTypes.Integer) => Numbers.Int(text),
            JsonValue text when text.GetValueKind() == JsonValueKind.String
                && core.AllowsEmpty
                && text.GetValue<string>().Length == 0
                && member.Schema.AllowsNull => null,
            _ => value.DeepClone(),
        };
    }

    private static string Plain(JsonNode uuid) => Guid.Parse(uuid.GetValue<string>()).ToString();
}

using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Texts;

/// <summary>The places of a prepared document that readers see a text for, such as <c>schemas/NoteCreate/properties/title</c>.</summary>
internal static class TextPlaces
{
    /// <summary>Every place, once, in document order.</summary>
    public static IEnumerable<string> Of(JsonObject prepared)
        => Operations(prepared).Concat(Schemas(prepared)).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Operations(JsonObject prepared)
    {
        foreach (var (_, item) in prepared["paths"] as JsonObject ?? [])
        {
            foreach (var (_, operation) in item as JsonObject ?? [])
            {
                yield return $"operations/{operation!["operationId"]}/summary";
                foreach (var parameter in operation["parameters"] as JsonArray ?? [])
                {
                    yield return $"parameters/{parameter!["name"]}";
                }

                foreach (var (part, _)
                    in operation["requestBody"]?["content"]?["multipart/form-data"]?["schema"]?["properties"] as JsonObject ?? [])
                {
                    yield return $"parameters/{part}";
                }
            }
        }
    }

    // Page envelopes become Page<T>, which has its own texts.
    private static IEnumerable<string> Schemas(JsonObject prepared)
    {
        var schemas = prepared["components"]?["schemas"] as JsonObject ?? [];
        foreach (var (key, schema) in schemas.Where(schema => !schema.Key.StartsWith("OffsetPagination_", StringComparison.Ordinal)))
        {
            yield return $"schemas/{key}/summary";
            foreach (var (member, _) in schema!["properties"] as JsonObject ?? [])
            {
                yield return $"schemas/{key}/properties/{member}";
            }

            foreach (var value in schema["enum"] as JsonArray ?? [])
            {
                yield return $"enums/{key}/{value}";
            }
        }
    }
}

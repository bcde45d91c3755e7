using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Valentina.Tests.Shared.Schemas;

/// <summary>The schemas of an OpenAPI document, evaluated by a JSON Schema library that knows nothing of this repository.</summary>
/// <param name="document">The document; it must not change afterwards.</param>
/// <param name="allowsUnknownMembers">Whether members that a schema does not declare are let pass, as servers do in requests.</param>
public sealed class DocumentSchemas(JsonObject document, bool allowsUnknownMembers = false)
{
    private const string Components = "#/components/schemas/";

    private readonly ConcurrentDictionary<JsonNode, JsonSchema> _built = new(ReferenceEqualityComparer.Instance);

    /// <summary>Where and why a value departs from a schema of the document; empty when it complies.</summary>
    public IReadOnlyList<string> Errors(JsonNode? schema, JsonNode? value)
        => Evaluate(schema!, Element(value), OutputFormat.List) is { IsValid: false } result
            ? [.. (result.Details ?? []).Prepend(result).SelectMany(Messages).DefaultIfEmpty("it departs")]
            : [];

    /// <summary>Whether a value complies with a schema of the document.</summary>
    public bool Accepts(JsonNode? schema, JsonNode? value) => Accepts(schema, Element(value));

    /// <summary>Whether a value complies with a schema of the document.</summary>
    public bool Accepts(JsonNode? schema, JsonElement value) => Evaluate(schema!, value, OutputFormat.Flag).IsValid;

    private EvaluationResults Evaluate(JsonNode schema, JsonElement value, OutputFormat output)
        => _built.GetOrAdd(schema, Build).Evaluate(value, new EvaluationOptions
        {
            OutputFormat = output,
            RequireFormatValidation = true,
            FormatRegistry = ServerFormats.Registry,
        });

    private static IEnumerable<string> Messages(EvaluationResults result)
        => (result.Errors ?? new Dictionary<string, string>()).Select(error => $"{result.InstanceLocation}: {error.Value} ({error.Key})");

    private static JsonElement Element(JsonNode? value) => JsonSerializer.SerializeToElement(value);

    private JsonSchema Build(JsonNode schema)
    {
        var definitions = new JsonObject();
        var translated = Translate(schema, definitions);

        // The dialect stands first, since the library reads the members in their order; it lets keywords like x-name pass.
        var root = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$defs"] = definitions,
            ["allOf"] = new JsonArray(translated),
        };
        return JsonSchema.Build(JsonSerializer.SerializeToElement(root), new BuildOptions { SchemaRegistry = new SchemaRegistry() });
    }

    /// <summary>A schema with the server's rules written into it; the components it refers to come to the definitions.</summary>
    private JsonNode Translate(JsonNode? schema, JsonObject definitions)
    {
        if (schema is not JsonObject source)
        {
            return schema?.DeepClone() ?? true;
        }

        var target = new JsonObject();
        foreach (var (keyword, value) in source)
        {
            target[keyword] = keyword switch
            {
                "$ref" => Definition((string)value!, definitions),
                "properties" => new JsonObject(value!.AsObject()
                    .Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Translate(member.Value, definitions)))),
                "items" or "additionalProperties" or "not" => Translate(value, definitions),
                "oneOf" or "anyOf" or "allOf" => new JsonArray([.. value!.AsArray().Select(one => Translate(one, definitions))]),
                _ => value?.DeepClone(),
            };
        }

        foreach (var rule in allowsUnknownMembers ? ServerRule.Always : ServerRule.Always.Append(ServerRule.Closed))
        {
            rule.Apply(target);
        }

        return target;
    }

    private string Definition(string reference, JsonObject definitions)
    {
        if (!reference.StartsWith(Components, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The reference '{reference}' leads out of the components.", nameof(reference));
        }

        var name = reference[Components.Length..].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        if (!definitions.ContainsKey(name))
        {
            var component = document["components"]?["schemas"]?[name]
                ?? throw new KeyNotFoundException($"The document has no schema '{name}'.");

            // Taken before it is translated, since components refer to each other in circles.
            definitions[name] = null;
            definitions[name] = Translate(component, definitions);
        }

        return "#/$defs/" + reference[Components.Length..];
    }
}

using System.Collections;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;

namespace Valentina.AspNetCore;

/// <summary>
/// Builds the schemas of the SDK's types. Those that have a name become components of the document, which ASP.NET takes out of what it is
/// given: it is given every type once, so that models may hold each other.
/// </summary>
internal sealed class SchemaBuilder(
    OpenApiSchemaTransformerContext context, Dictionary<Type, OpenApiSchema> known, CancellationToken cancellationToken)
{
    /// <summary>Fills the schema of a type that the SDK knows; leaves others as they are.</summary>
    public async Task FillAsync(OpenApiSchema schema, Type type)
    {
        var given = Nullable.GetUnderlyingType(type) ?? type;
        if (ModelTypes.IsOpenEnum(given))
        {
            schema.Type = Also(schema, JsonSchemaType.String);
            schema.Enum = [.. Known(given).Select(value => (JsonNode)JsonValue.Create(value))];
        }
        else if (ModelTypes.IsNumberEnum(given))
        {
            schema.Type = Also(schema, JsonSchemaType.Integer);
            schema.Pattern = null;
            schema.Enum = [.. Enum.GetValuesAsUnderlyingType(given).Cast<int>().Select(value => (JsonNode)JsonValue.Create(value))];
        }
        else if (given == typeof(MessageContent))
        {
            schema.OneOf = [Plain(JsonSchemaType.String), Array(await OfAsync(typeof(ContentPart)).ConfigureAwait(false))];
        }
        else if (typeof(ContentPart).IsAssignableFrom(given))
        {
            Open(schema);
        }
        else if (ModelTypes.IsModel(given) || ModelTypes.IsPage(given))
        {
            await FillMembersAsync(schema, given).ConfigureAwait(false);
        }
        else if (schema is { AdditionalProperties: null, Type: JsonSchemaType.Object } && ModelTypes.ValueOf(given) is { } value)
        {
            schema.AdditionalProperties = await OfAsync(value).ConfigureAwait(false);
        }
        else if (schema is { Items: null, Type: { } list } && list.HasFlag(JsonSchemaType.Array) && ModelTypes.ItemOf(given) is { } item)
        {
            // Of what has a converter ASP.NET knows that it may be anything, and leaves it out.
            schema.Items = await OfAsync(item).ConfigureAwait(false);
        }
    }

    /// <summary>The kind, or null where null was allowed already.</summary>
    private static JsonSchemaType Also(OpenApiSchema schema, JsonSchemaType type)
        => type | ((schema.Type ?? type) & JsonSchemaType.Null);

    private static IEnumerable<string> Known(Type openEnum)
        => ((IEnumerable)openEnum.GetProperty("KnownValues")!.GetValue(null)!).Cast<IOpenEnum>().Select(value => value.Value);

    private static OpenApiSchema Plain(JsonSchemaType type, string? format = null) => new() { Type = type, Format = format };

    private static OpenApiSchema Array(IOpenApiSchema items) => new() { Type = JsonSchemaType.Array, Items = items };

    /// <summary>A part of a message: its kind is known, and not what else it has.</summary>
    private static void Open(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Properties = new Dictionary<string, IOpenApiSchema> { ["type"] = Plain(JsonSchemaType.String) };
        schema.Required = new HashSet<string> { "type" };
    }

    private static OpenApiSchema? Simple(Type type)
        => type == typeof(string) ? Plain(JsonSchemaType.String)
            : type == typeof(Guid) ? Plain(JsonSchemaType.String, "uuid")
            : type == typeof(DateOnly) ? Plain(JsonSchemaType.String, "date")
            : type == typeof(DateTimeOffset) ? Plain(JsonSchemaType.String, "date-time")
            : type == typeof(bool) ? Plain(JsonSchemaType.Boolean)
            : type == typeof(int) ? Plain(JsonSchemaType.Integer, "int32")
            : type == typeof(long) ? Plain(JsonSchemaType.Integer, "int64")
            : type == typeof(double) || type == typeof(decimal) ? Plain(JsonSchemaType.Number, "double")
            : typeof(JToken).IsAssignableFrom(type) ? new OpenApiSchema()
            : null;

    private async Task FillMembersAsync(OpenApiSchema schema, Type type)
    {
        var properties = new Dictionary<string, IOpenApiSchema>();
        var required = new HashSet<string>();
        foreach (var member in WireMember.Of(type))
        {
            var described = await OfAsync(member.Type).ConfigureAwait(false);
            if (member.IsNullable)
            {
                described = OrNull(described);
            }

            if (member.IsDeprecated && described is OpenApiSchema own && !known.ContainsValue(own))
            {
                own.Deprecated = true;
            }

            properties[member.Name] = described;
            if (member.IsRequired)
            {
                required.Add(member.Name);
            }
        }

        schema.Type = Also(schema, JsonSchemaType.Object);
        schema.Properties = properties;
        schema.Required = required.Count > 0 ? required : null;
    }

    private IOpenApiSchema OrNull(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema own && !known.ContainsValue(own))
        {
            // Free JSON has no type, and may be null by itself.
            own.Type |= JsonSchemaType.Null;
            return own;
        }

        return new OpenApiSchema { OneOf = [Plain(JsonSchemaType.Null), schema] };
    }

    private async Task<IOpenApiSchema> OfAsync(Type given)
    {
        var type = Nullable.GetUnderlyingType(given) ?? given;
        if (Simple(type) is { } simple)
        {
            return simple;
        }

        if (type.Assembly != typeof(IOpenEnum).Assembly)
        {
            if (ModelTypes.ValueOf(type) is { } value)
            {
                return new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    AdditionalProperties = await OfAsync(value).ConfigureAwait(false),
                };
            }

            if (ModelTypes.ItemOf(type) is { } item)
            {
                return Array(await OfAsync(item).ConfigureAwait(false));
            }
        }

        // Comes back here for a type that was not met before, through the transformer.
        return known.TryGetValue(type, out var schema)
            ? schema
            : await context.GetOrCreateSchemaAsync(type, null, cancellationToken).ConfigureAwait(false);
    }
}

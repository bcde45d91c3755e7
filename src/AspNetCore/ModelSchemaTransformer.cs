using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Valentina.AspNetCore;

/// <summary>Fills in what ASP.NET leaves empty: the schemas of types that are read and written by converters of the SDK.</summary>
internal sealed class ModelSchemaTransformer : IOpenApiSchemaTransformer
{
    /// <summary>The types met while one schema is built, whose members ASP.NET builds by calling this transformer again.</summary>
    private readonly AsyncLocal<Dictionary<Type, OpenApiSchema>?> _known = new();

    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        // ASP.NET calls a parameter that is parsed from its text a text, whatever the type.
        var type = context.ParameterDescription?.ParameterDescriptor?.ParameterType ?? context.JsonTypeInfo.Type;
        var known = _known.Value ??= [];
        if (context.ParameterDescription is null)
        {
            // Before it is filled: models may hold themselves.
            known[type] = schema;
        }

        await new SchemaBuilder(context, known, cancellationToken).FillAsync(schema, type).ConfigureAwait(false);
    }
}

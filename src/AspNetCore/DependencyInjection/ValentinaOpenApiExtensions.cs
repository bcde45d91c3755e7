using Microsoft.AspNetCore.OpenApi;
using Valentina.AspNetCore;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Shows the SDK's models in the OpenAPI documents of ASP.NET.</summary>
public static class ValentinaOpenApiExtensions
{
    /// <summary>
    /// Describes the models, open enums and pages of the SDK in a document as they are on the wire: their members, which of them may be
    /// null, the values of enums that this version knows. Without it ASP.NET shows nothing of them, since they have JSON converters.
    /// </summary>
    /// <remarks>
    /// A member of an answer that cannot be null is always written and so is listed as required; of a request what it cannot be made
    /// without; of a patch nothing. An enum is open: a server newer than this package may name values beyond those listed.
    /// </remarks>
    /// <param name="options">The options of the document: <c>services.AddOpenApi(options => options.AddValentinaModels())</c>.</param>
    /// <returns>The same options.</returns>
    public static OpenApiOptions AddValentinaModels(this OpenApiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddSchemaTransformer(new ModelSchemaTransformer());
    }
}

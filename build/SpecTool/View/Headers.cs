using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>Which headers the connection sends by itself, and which no caller may set.</summary>
internal static class Headers
{
    /// <summary>The header that names the acting user.</summary>
    public const string OnBehalfOf = "On-Behalf-Of";

    /// <summary>The header of an idempotency key.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    // The first two are options of the call; OpenAPI itself takes no notice of the others as parameters.
    private static readonly HashSet<string> OfConnection = new(StringComparer.OrdinalIgnoreCase)
    {
        OnBehalfOf, IdempotencyKey, "Accept", "Content-Type", "Authorization",
    };

    private static readonly HashSet<string> OfTransport = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Content-Encoding", "Content-Disposition", "Transfer-Encoding", "Connection", "Keep-Alive", "TE",
        "Trailer", "Upgrade", "Expect", "Cookie",
    };

    /// <summary>Whether the connection sends the parameter: as an option of the call, or as its key.</summary>
    public static bool BelongsToConnection(ParameterSource parameter, JsonObject document)
        => parameter.In == "header" && (OfConnection.Contains(parameter.Name) || IsKey(parameter.Name, document));

    /// <summary>Refuses what belongs to the transport.</summary>
    public static void Check(ParameterSource parameter)
    {
        if (parameter.In == "header" && OfTransport.Contains(parameter.Name))
        {
            throw SpecException.At(
                parameter.Pointer, $"the header '{parameter.Name}' belongs to the transport, not to a call",
                Cures.Remove(parameter.Pointer));
        }
    }

    /// <summary>How an operation takes the acting user: as the overlay says, or else as the header is declared.</summary>
    public static string ActingUser(OperationSource source)
    {
        var declared = source.Parameters.FirstOrDefault(
            p => p.In == "header" && p.Name.Equals(OnBehalfOf, StringComparison.OrdinalIgnoreCase));
        var otherwise = declared is null ? "ignored" : JsonRead.Flag(declared.Node, "required") ? "required" : "honoured";
        return (JsonRead.StringOrNull(source.Node, "x-on-behalf-of", source.Pointer) ?? otherwise) switch
        {
            "ignored" => "Ignored",
            "honoured" => "Honoured",
            "required" => "Required",
            var other => throw SpecException.At(
                source.Pointer + "/x-on-behalf-of", $"'{other}' is not known", Cures.Set(source.Pointer, "x-on-behalf-of", "ignored")),
        };
    }

    private static bool IsKey(string name, JsonObject document)
        => (document["components"]?["securitySchemes"] as JsonObject ?? [])
            .Any(scheme => scheme.Value is JsonObject key && key["in"]?.ToString() == "header"
                && name.Equals(key["name"]?.ToString(), StringComparison.OrdinalIgnoreCase));
}

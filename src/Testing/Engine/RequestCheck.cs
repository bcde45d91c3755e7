using System.Globalization;
using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>Compares a request with its operation: path, query, headers, body.</summary>
internal static class RequestCheck
{
    /// <summary>Every violation of a request.</summary>
    public static List<ContractViolation> Violations(FakeExchange exchange, Strictness strictness)
        => [.. Parameters(exchange, strictness), .. Body(exchange, strictness)];

    /// <summary>The violations of the parameters.</summary>
    public static List<ContractViolation> Parameters(FakeExchange exchange, Strictness strictness)
    {
        var found = new List<ContractViolation>();
        foreach (var parameter in exchange.Operation!.Parameters)
        {
            var values = Values(exchange, parameter);
            if (values.Count == 0)
            {
                if (parameter.Required)
                {
                    found.Add(new ContractViolation(
                        "/" + parameter.Name,
                        "required",
                        $"Missing required {parameter.In} parameter '{parameter.Name.ToLowerInvariant()}'")
                    { In = parameter.In });
                }

                continue;
            }

            foreach (var violation in SchemaValidator.Validate(parameter.Schema, Node(parameter.Schema, values, strictness)))
            {
                violation.In = parameter.In;
                violation.Pointer = "/" + parameter.Name;
                found.Add(violation);
            }
        }

        foreach (var rule in exchange.Operation.Rules.Where(rule => !ContractRules.Holds(rule, Form(exchange))))
        {
            found.Add(new ContractViolation("", "x-rules", rule.Message) { In = "query" });
        }

        if (strictness == Strictness.Exact)
        {
            var declared = exchange.Operation.Parameters.Where(parameter => parameter.In == "query").Select(parameter => parameter.Name)
                .ToHashSet(StringComparer.Ordinal);
            found.AddRange(exchange.Query.Keys.Where(name => !declared.Contains(name))
                .Select(name => new ContractViolation("/" + name, "unknown", "The contract has no such query parameter") { In = "query" }));
        }

        return found;
    }

    /// <summary>The violations of the body.</summary>
    public static List<ContractViolation> Body(FakeExchange exchange, Strictness strictness)
    {
        var body = exchange.Operation!.RequestBody;
        if (body is null)
        {
            return [];
        }

        if (exchange.Operation.IsUpload)
        {
            return Multipart.Read(exchange.Request) is null
                ? [new ContractViolation("", "type", "Invalid multipart/form-data")]
                : [];
        }

        if (exchange.BodyError is { } error)
        {
            return [new ContractViolation("", "json", error)];
        }

        if (!exchange.HasJson)
        {
            return body.Required || body.Schema is { AllowsNull: false } ? [new ContractViolation("", "required", "'data'")] : [];
        }

        return body.Schema is null ? [] : SchemaValidator.Validate(body.Schema, exchange.Body, strictness);
    }

    private static JsonObject Form(FakeExchange exchange)
        => new(exchange.Query.Select(value => KeyValuePair.Create(value.Key, (JsonNode?)JsonValue.Create(value.Value[^1]))));

    private static IReadOnlyList<string> Values(FakeExchange exchange, ContractParameter parameter) => parameter.In switch
    {
        "path" => exchange.Match.Values.TryGetValue(parameter.Name, out var segment) ? [segment] : [],
        "query" => exchange.Query.TryGetValue(parameter.Name, out var values) ? values : [],
        "header" => exchange.Request.Header(parameter.Name) is { } value ? [value] : [],
        _ => [],
    };

    /// <summary>Reads a value as its schema wants it; what cannot be read stays text and is then a violation.</summary>
    private static JsonNode? Node(ContractSchema schema, IReadOnlyList<string> values, Strictness strictness)
    {
        var core = schema.Core;
        if (core.Types.HasFlag(JsonTypes.Array))
        {
            return new JsonArray([.. values.Select(value => Scalar(core.Items?.Core, value, strictness))]);
        }

        return Scalar(core, values[^1], strictness);
    }

    private static JsonValue Scalar(ContractSchema? schema, string text, Strictness strictness)
    {
        var types = schema?.Types ?? JsonTypes.String;
        if (types.HasFlag(JsonTypes.Integer)
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return JsonValue.Create(whole);
        }

        if (types.HasFlag(JsonTypes.Number)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            && double.IsFinite(real))
        {
            return JsonValue.Create(real);
        }

        if (types.HasFlag(JsonTypes.Boolean) && Boolean(text, strictness) is { } flag)
        {
            return JsonValue.Create(flag);
        }

        return JsonValue.Create(text);
    }

    private static bool? Boolean(string text, Strictness strictness) => text switch
    {
        "true" => true,
        "false" => false,
        "True" or "1" when strictness == Strictness.Lax => true,
        "False" or "0" when strictness == Strictness.Lax => false,
        _ => null,
    };
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>Checks the form of a request as the server does: the first error is reported, in the server's words.</summary>
internal static class FormCheck
{
    private static readonly HashSet<string> DeepRules = new(StringComparer.Ordinal)
    {
        "minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "x-rules"
    };

    /// <summary>
    /// What the server takes for a member that the contract demands although the server has a default, which it then refuses.
    /// </summary>
    private static readonly Dictionary<(string Schema, string Member), Func<JsonNode>> ServerDefaults = new()
    {
        [("NoteCreate", "content")] = () => "",
        [("CompanyCreate", "email")] = () => "",
        [("QuickRollCreate", "trait_ids")] = () => new JsonArray(),
    };

    /// <summary>Refuses parameters that cannot be read.</summary>
    public static void Parameters(FakeExchange exchange)
    {
        foreach (var violation in RequestCheck.Parameters(exchange, Strictness.Lax))
        {
            if (violation.Rule == "x-rules")
            {
                throw ProblemException.Invalid(violation.Message);
            }

            var name = violation.Pointer[1..];
            if (violation.In == "header" || (violation.In == "path" && PathCheck.IsIgnored(exchange.Operation!, name)))
            {
                continue;
            }

            if (violation.Rule == "required")
            {
                throw ProblemException.Invalid($"{violation.Message} for url {exchange.Request.Url}");
            }

            if (violation.In == "path" && violation.Rule == "format")
            {
                throw BadPath(exchange, name);
            }

            throw name is "offset" or "limit"
                && violation.Rule == "type"
                && exchange.Query[name][^1] is { Length: > 15 } huge
                && huge.All(char.IsAsciiDigit)
                ? ProblemException.ServerError()
                : ProblemException.Malformed(name, violation.Message);
        }
    }

    /// <summary>Reads the body: refuses what cannot be read, then rewrites the texts.</summary>
    public static JsonNode? Body(FakeExchange exchange)
    {
        var operation = exchange.Operation!;
        var schema = operation.RequestBody?.Schema;
        if (schema is null || operation.IsUpload)
        {
            return null;
        }

        Form(exchange, schema);
        var body = Rewriting.Apply(schema.Core.Name, exchange.Body);
        FillDefaults(schema.Core, body);
        return body;
    }

    /// <summary>Refuses a body that breaks a limit. Handlers that ask first who may do it call this themselves.</summary>
    public static void Limits(EndpointContext call)
    {
        var schema = call.Operation.RequestBody?.Schema;
        if (schema is null || call.Operation.IsUpload)
        {
            return;
        }

        foreach (var violation in SchemaValidator.Validate(
            schema, call.Body, Strictness.Lax).Where(violation => !IsLeftToHandler(violation)))
        {
            throw Limit(schema.Core, violation);
        }
    }

    /// <summary>Fails over U+0000 in a text, as the database does when such a text reaches it.</summary>
    public static void Nul(EndpointContext call)
    {
        if (HasNul(call.Body) || call.Exchange.Query.Any(value => IsNul(value.Key) || value.Value.Any(IsNul)))
        {
            throw ProblemException.ServerError();
        }
    }

    private static bool HasNul(JsonNode? node) => node switch
    {
        JsonObject form => form.Any(member => IsNul(member.Key) || HasNul(member.Value)),
        JsonArray list => list.Any(HasNul),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => IsNul(value.GetValue<string>()),
        _ => false,
    };

    private static bool IsNul(string text) => text.Contains('\0', StringComparison.Ordinal);

    private static void Form(FakeExchange exchange, ContractSchema schema)
    {
        if (exchange.IsUnreadable)
        {
            throw ProblemException.Uncaught();
        }

        if (exchange.BodyError is { } error)
        {
            throw ProblemException.Plain(error);
        }

        if (!exchange.HasJson)
        {
            throw ProblemException.Malformed("data", "'data'");
        }

        var body = exchange.Body?.DeepClone();
        FillDefaults(schema.Core, body);
        foreach (var violation in SchemaValidator.Validate(schema, body, Strictness.Lax))
        {
            if (IsDeep(schema.Core, violation) || IsLeftToHandler(violation))
            {
                continue;
            }

            throw violation.Rule == "enum"
                ? BadEnum(schema.Core, violation, body)
                : ProblemException.Malformed(violation.Field, violation.Message);
        }
    }

    private static void FillDefaults(ContractSchema schema, JsonNode? body)
    {
        if (body is not JsonObject form || schema.Name is null)
        {
            return;
        }

        foreach (var ((name, member), value) in ServerDefaults)
        {
            if (name == schema.Name && !form.ContainsKey(member))
            {
                form[member] = value();
            }
        }
    }

    /// <summary>Whether a violation is found by the server's models, after the rewriting, rather than by its reader.</summary>
    private static bool IsDeep(ContractSchema schema, ContractViolation violation)
        => (DeepRules.Contains(violation.Rule) && schema.Name != "BookChapterNumber")
           || (violation.Rule == "format" && violation.Message.Contains("email", StringComparison.Ordinal));

    /// <summary>What the server's reader takes, and its handlers refuse in their own words.</summary>
    private static bool IsLeftToHandler(ContractViolation violation)
        => violation.Field == "provider_audiences"
           || (violation.Rule == "x-rules" && violation.Message.Contains("vampire", StringComparison.Ordinal));

    /// <summary>The server reads roles and permissions as free texts and stumbles over them later.</summary>
    private static ProblemException BadEnum(ContractSchema schema, ContractViolation violation, JsonNode? body)
    {
        var field = violation.Field;
        if (field == "role")
        {
            return schema.Name!.StartsWith("Admin", StringComparison.Ordinal)
                ? ProblemException.Invalid($"Invalid role: {body!["role"]}")
                : ProblemException.Uncaught();
        }

        return field.Contains("permission_", StringComparison.Ordinal)
            ? ProblemException.Uncaught()
            : ProblemException.Malformed(field, violation.Message);
    }

    private static ProblemException Limit(ContractSchema schema, ContractViolation violation)
    {
        var field = violation.Field;

        // Its models name their own members only, however deep in the form they stand.
        var member = field[(field.LastIndexOf('.') + 1)..];
        return violation.Rule switch
        {
            "x-rules" when schema.Name!.StartsWith("DictionaryTerm", StringComparison.Ordinal)
                => ProblemException.Invalid("DictionaryTerm must have either a definition or a link."),
            "x-rules" when schema.Name!.StartsWith("Character", StringComparison.Ordinal) => ProblemException.Invalid(violation.Message),
            "x-rules" => ProblemException.Fielded(violation.Message, (field, violation.Message)),
            "minimum" => ProblemException.Invalid($"{member}: Value should be greater or equal to {violation.Message.Split(' ')[^1]}"),
            "maximum" => ProblemException.Invalid($"{member}: Value should be less or equal to {violation.Message.Split(' ')[^1]}"),
            "minItems" or "maxItems" or "minLength" or "maxLength" or "format"
                => ProblemException.Invalid($"{member}: {violation.Message}"),
            _ => ProblemException.Malformed(field, violation.Message),
        };
    }

    /// <summary>A path value that is no uuid: 400 as a rule, but the guards look first and have their own ways.</summary>
    private static ProblemException BadPath(FakeExchange exchange, string name)
    {
        var operation = exchange.Operation!;
        if (ActingUserCheck.IsGuarded(operation))
        {
            var text = exchange.Match.Values[name];
            return name switch
            {
                "character_id" => ProblemException.NotFound($"Character '{text}'"),
                "user_id" => ProblemException.NotFound($"User '{text}'"),
                "company_id" when operation.Segments.Contains("campaigns", StringComparer.Ordinal) => ProblemException.ServerError(),
                "company_id" => ProblemException.NotFound("Company"),
                _ => ProblemException.Malformed(name, "Invalid UUID"),
            };
        }

        return ProblemException.Malformed(name, "Invalid UUID");
    }
}

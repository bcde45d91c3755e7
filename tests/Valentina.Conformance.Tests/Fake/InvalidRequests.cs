using System.Text.Json.Nodes;
using Valentina.Testing;
using Valentina.Testing.Contract;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>A request with one thing wrong.</summary>
internal sealed record InvalidRequest(string In, string Pointer, string Rule, string Path, object? Body)
{
    public bool HasActor { get; init; } = true;

    /// <summary>Whether the real server minds.</summary>
    public bool IsRefusedByServer { get; init; } = true;

    public override string ToString() => $"{In} {Pointer} {Rule}";
}

/// <summary>Every single thing that can be wrong with a request for an operation, taken from the contract.</summary>
internal static class InvalidRequests
{
    public static IEnumerable<InvalidRequest> Of(Scenario scenario, ContractOperation operation)
    {
        var path = scenario.Path(operation) + scenario.Query(operation);
        foreach (var parameter in operation.Parameters)
        {
            foreach (var wrong in OfParameter(scenario, operation, parameter, path))
            {
                yield return wrong;
            }
        }

        if (!operation.IsUpload && operation.RequestBody?.Schema is { } schema)
        {
            foreach (var wrong in OfBody(scenario, operation, schema, path))
            {
                yield return wrong;
            }
        }

        yield return new InvalidRequest("query", "/bogus", "unknown", With(path, "bogus=1"), scenario.Body(operation))
        {
            IsRefusedByServer = false
        };
    }

    private static IEnumerable<InvalidRequest> OfParameter(
        Scenario scenario, ContractOperation operation, ContractParameter parameter, string path)
    {
        var pointer = "/" + parameter.Name;
        var core = parameter.Schema.Core;
        var body = scenario.Body(operation);
        if (parameter.In == "path")
        {
            yield return new InvalidRequest(
                "path", pointer, core.Enum is null ? "format" : "enum",
                scenario.Path(operation, parameter.Name, "nonsense") + scenario.Query(operation), body)
            {
                IsRefusedByServer = !PathCheck.IsIgnored(operation, parameter.Name),
            };
        }
        else if (parameter is { In: "header", Name: "On-Behalf-Of", Required: true })
        {
            yield return new InvalidRequest("header", pointer, "required", path, body) { HasActor = false };
        }
        else if (parameter.In == "query")
        {
            var rule = core.Enum is not null || core.Items?.Core.Enum is not null ? "enum" : core.Format is not null ? "format" : "type";
            var pointerInList = core.Items is null ? pointer : pointer;
            if (rule != "type" || !core.Types.HasFlag(JsonTypes.String))
            {
                yield return new InvalidRequest(
                    "query", pointerInList, rule, With(path, $"{parameter.Name}=nonsense", parameter.Name), body);
            }

            if (core.Maximum is { } maximum)
            {
                yield return new InvalidRequest(
                    "query", pointer, "maximum", With(path, $"{parameter.Name}={maximum + 1}", parameter.Name), body);
            }

            if (core.Minimum is { } minimum)
            {
                yield return new InvalidRequest(
                    "query", pointer, "minimum", With(path, $"{parameter.Name}={minimum - 1}", parameter.Name), body);
            }
        }
    }

    private static IEnumerable<InvalidRequest> OfBody(Scenario scenario, ContractOperation operation, ContractSchema schema, string path)
    {
        var core = schema.Core;
        if (core.Types == JsonTypes.Array)
        {
            yield return new InvalidRequest("body", "", "type", path, new JsonObject());
            yield break;
        }

        foreach (var member in core.Members)
        {
            if (member.Required)
            {
                var without = (JsonObject)scenario.JsonBody(operation, schema);
                without.Remove(member.Name);
                yield return new InvalidRequest("body", "", "required", path, without) { IsRefusedByServer = false };
            }

            foreach (var (rule, value) in Values(member.Schema.Core))
            {
                var body = (JsonObject)scenario.JsonBody(operation, schema);
                body[member.Name] = value;
                yield return new InvalidRequest("body", "/" + member.Name, rule, path, body);
            }
        }
    }

    private static IEnumerable<(string Rule, JsonNode Value)> Values(ContractSchema schema)
    {
        if (schema.Types == JsonTypes.None)
        {
            yield break;
        }

        yield return schema.Types == JsonTypes.Array ? ("type", true) : ("type", new JsonArray());
        if (schema is { Enum: not null, IsOpenEnum: false } && schema.Types == JsonTypes.String)
        {
            yield return ("enum", "NONSENSE");
        }

        if (schema.Format is "uuid" or "date" or "date-time" or "email")
        {
            yield return ("format", "nonsense");
        }

        if (schema.MinLength is { } least and > 0)
        {
            yield return ("minLength", new string('x', least - 1));
        }

        if (schema.MaxLength is { } most)
        {
            yield return ("maxLength", new string('x', most + 1));
        }

        if (schema.Minimum is { } minimum)
        {
            yield return ("minimum", (int)minimum - 1);
        }

        if (schema.Maximum is { } maximum)
        {
            yield return ("maximum", (int)maximum + 1);
        }

        if (schema.MinItems is { } fewest and > 0)
        {
            yield return ("minItems", new JsonArray());
        }
    }

    private static string With(string path, string pair, string? replacing = null)
    {
        if (replacing is not null && path.Contains(replacing + "=", StringComparison.Ordinal))
        {
            path = path[..path.IndexOf('?', StringComparison.Ordinal)];
        }

        return path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + pair;
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>
/// Writes the parameters of one operation, fields of a form among them: those of the path in its order, then the others as declared.
/// </summary>
internal sealed class ParameterWriter(JsonObject document, SchemaWriter schemas, Descriptions texts, ViewReport report)
{
    private const string Form = "form";

    public JsonArray Write(OperationSource source)
    {
        var path = source.PathParameters;
        var declared = Declared(source);
        foreach (var name in path.Where(n => !declared.Any(p => p.In == "path" && p.Name == n)))
        {
            throw SpecException.At(
                source.Pointer, $"the path parameter '{name}' is not declared",
                Cures.Set(source.Pointer, "parameters", new JsonArray(new JsonObject
                {
                    ["name"] = name, ["in"] = "path", ["required"] = true, ["schema"] = new JsonObject { ["type"] = "string" },
                })));
        }

        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        var written = new JsonArray();
        foreach (var parameter in declared.OrderBy(p => p.In == "path" ? path.IndexOf(p.Name) : path.Count))
        {
            if (parameter.In is not ("path" or "query" or "header" or Form))
            {
                throw SpecException.At(
                    parameter.Pointer + "/in", $"a parameter in '{parameter.In}' is not understood", Cures.Remove(parameter.Pointer));
            }

            Headers.Check(parameter);
            written.Add(Parameter(source, parameter, Name(parameter, taken)));
        }

        return written;
    }

    private List<ParameterSource> Declared(OperationSource source)
    {
        var declared = new List<ParameterSource>();
        foreach (var parameter in source.Parameters)
        {
            if (!Headers.BelongsToConnection(parameter, document))
            {
                declared.Add(parameter);
            }
            else if (parameter.Name is not (Headers.OnBehalfOf or Headers.IdempotencyKey))
            {
                report.Drop(parameter.Pointer, "the connection sends this header by itself");
            }
        }

        if (source.Body is { Kind: BodyKind.Multipart or BodyKind.Fields } form)
        {
            foreach (var part in FormReader.Read(form, schemas.Resolver).Where(part => !part.IsFile))
            {
                var node = new JsonObject
                {
                    ["schema"] = part.Schema?.DeepClone(), ["required"] = part.Required,
                    ["x-name"] = (part.Schema as JsonObject)?["x-name"]?.DeepClone(),
                };
                declared.Add(new ParameterSource(part.Name, Form, node, part.Pointer));
            }
        }

        return declared;
    }

    /// <summary>The C# name. One name at two places is told apart by the place, as in <c>id</c> and <c>idQuery</c>.</summary>
    private static string Name(ParameterSource parameter, Dictionary<string, string> taken)
    {
        var given = JsonRead.StringOrNull(parameter.Node, "x-name", parameter.Pointer);
        var pointer = parameter.In == Form ? parameter.Pointer : parameter.Pointer + "/name";
        var name = Identifiers.Parameter(parameter.Name, given, pointer);
        if (taken.TryAdd(name, parameter.In))
        {
            return name;
        }

        var other = name + Identifiers.Pascal(parameter.In);
        return given is null && taken[name] != parameter.In && taken.TryAdd(other, parameter.In)
            ? other
            : throw SpecException.At(
                pointer, $"the parameter name '{name}' is taken; give one of them an x-name",
                Cures.Name(parameter.Pointer, other + "Other"));
    }

    private JsonObject Parameter(OperationSource source, ParameterSource parameter, string name)
    {
        var required = parameter.In == "path" || JsonRead.Flag(parameter.Node, "required");
        var place = parameter.In == Form ? parameter.Pointer : parameter.Pointer + "/schema";
        var schema = schemas.Resolve(parameter.Node["schema"], place);
        var model = schema.Shape is SchemaShape.Object or SchemaShape.Map
            || (schema.Shape == SchemaShape.Reference && ModelWriter.Target(schemas, schema) == TargetKind.Model);
        var value = schema.Shape == SchemaShape.Array && schema.Node["items"] is { } items
            ? schemas.Resolve(items, schema.Pointer + "/items")
            : schema;
        if (model || (value != schema && (value.Shape is SchemaShape.Object or SchemaShape.Map or SchemaShape.Array
            || ModelWriter.Target(schemas, value) == TargetKind.Model)))
        {
            throw SpecException.At(
                place, "a parameter is a single value or a list of them",
                required ? Cures.Remove(Cures.OperationOf(source.Pointer)) : Cures.Remove(parameter.Pointer));
        }

        var hint = OperationWriter.Name(source.Node, source.Id, source.Pointer) + Identifiers.Pascal(parameter.Name);
        var written = new JsonObject
        {
            ["name"] = parameter.In == Form ? "form " + parameter.Name : parameter.Name,
            ["in"] = parameter.In == Form ? "query" : parameter.In,
            ["required"] = required,
            ["schema"] = schema.Shape == SchemaShape.Any
                ? Text(place, required)
                : schemas.Write(schema with { Nullable = !required }, hint, source.Id, Usage.Request),
            ["x-originalName"] = name,
            ["x-summary"] = Summary(source.Id, parameter, schema),
        };
        if (parameter.In == Form)
        {
            written["x-field"] = parameter.Name;
        }

        if (schema.Shape is SchemaShape.Integer && parameter.In is "path" or "query"
            && (schema.Number("minimum") ?? schema.Number("maximum")) is not null)
        {
            written["x-range"] = $"{Limits.WholeLimit(schema.Number("minimum"))}, {Limits.WholeLimit(schema.Number("maximum"))}";
        }

        written["x-known"] = parameter.In is "path" or "query" && ModelWriter.Target(schemas, value) == TargetKind.ClosedEnum;
        if (schema.Shape == SchemaShape.Array)
        {
            written["x-separator"] = Separator(parameter);
            if (written["x-separator"] is not null)
            {
                written["x-known"] = false;
            }
        }

        return written;
    }

    /// <summary>A value of several types is written as text, which is what an address or a header holds anyway.</summary>
    private JsonObject Text(string pointer, bool required)
    {
        report.Decide(pointer, "a parameter of several types is given as text");
        return required ? new() { ["type"] = "string" } : new() { ["type"] = "string", ["nullable"] = true };
    }

    /// <summary>What stands between the items of a list in a query; null where each has the name of its own.</summary>
    private static string? Separator(ParameterSource parameter)
    {
        var style = JsonRead.StringOrNull(parameter.Node, "style", parameter.Pointer);
        var isUsual = parameter.In switch { "query" => style is null or "form", Form => true, _ => style is null or "simple" };
        if (parameter.In is "path" or "header" or Form && isUsual)
        {
            return null;
        }

        return style switch
        {
            null or "form" when parameter.Node["explode"]?.GetValueKind() != JsonValueKind.False => null,
            null or "form" => ",",
            "spaceDelimited" when parameter.In == "query" => " ",
            "pipeDelimited" when parameter.In == "query" => "|",
            _ => throw SpecException.At(
                parameter.Pointer + "/style", $"a list in the style '{style}' is not understood",
                Cures.Remove(parameter.Pointer + "/style")),
        };
    }

    private string Summary(string id, ParameterSource parameter, ResolvedSchema schema)
    {
        var text = texts.Parameter(id, parameter.Name) + OperationWriter.Outdated(parameter.Node);
        if (Limits.Sentence(schema, null) is { } limits && !text.Contains(limits, StringComparison.Ordinal))
        {
            text = $"{text} {limits}";
        }

        return Defaults.Sentence(schema) is { } standard && !Defaults.IsTold(text) ? $"{text} {standard}" : text;
    }
}

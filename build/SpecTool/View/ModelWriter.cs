using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>
/// Writes a class: what each member is called, whether it may be null, how it begins, how it is checked, what is said of it.
/// </summary>
internal sealed class ModelWriter(SchemaWriter schemas, Descriptions texts, ViewReport report)
{
    /// <summary>A model keeps one bit for each three-state member.</summary>
    private const int MaxTracked = 64;

    /// <summary>The members that say in a word what a thing is, the best first.</summary>
    private static readonly string[] TitleMembers = ["Name", "Title", "Username", "Term", "Label"];

    public JsonObject Write(ResolvedSchema schema, string key, string name, Usage travel)
    {
        var kind = travel.Kind();
        var required = (schema.Node["required"] as JsonArray ?? []).Select(r => r!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        var declared = JsonRead.Object(schema.Node["properties"], schema.Pointer + "/properties");
        var members = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var properties = new JsonObject();
        var tracked = 0;
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (wireName, node) in declared)
        {
            var pointer = schema.PropertyPointer(wireName);
            if (kind != ModelKind.Response && JsonRead.Flag(node as JsonObject ?? [], "readOnly"))
            {
                report.Drop(pointer, "the server alone writes it, so that it is not sent");
                continue;
            }

            var given = node is JsonObject o ? JsonRead.StringOrNull(o, "x-name", pointer) : null;
            var member = Identifiers.Member(wireName, given, name, pointer);
            if (!members.TryAdd(member, pointer))
            {
                throw SpecException.At(
                    pointer, $"the member name '{member}' is taken by {members[member]}; give one of them an x-name",
                    Cures.Name(pointer, member + "Other"));
            }

            names[wireName] = member;
            var property = Property(schemas.Resolve(node, pointer), wireName, member, key, name, kind, travel, required.Contains(wireName));
            if (property.Remove("x-three-state"))
            {
                property["x-bit"] = tracked++;
            }

            properties[wireName] = property;
        }

        if (tracked > MaxTracked)
        {
            throw SpecException.At(
                schema.Pointer, $"a model has at most {MaxTracked} three-state members", Cures.AnyJson(schema.Pointer));
        }

        var written = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Key))]),
            ["properties"] = properties,
            ["x-kind"] = kind.ToString().ToLowerInvariant(),
            ["x-sent"] = travel.IsSent(),
            ["x-tracks"] = tracked > 0,
            ["x-outdated"] = properties.Any(p => JsonRead.Flag(p.Value!.AsObject(), "x-obsolete")),
            ["x-summary"] = texts.Schema(key, name) + OperationWriter.Outdated(schema.Node),
        };
        if (kind == ModelKind.Response && !JsonRead.Flag(schema.Node, "x-own-text"))
        {
            written["x-title"] = TitleMembers.FirstOrDefault(member => Prints(names, declared, member));
            written["x-id"] = Prints(names, declared, "Id") ? "Id" : null;
        }

        if (travel.IsSent())
        {
            RefuseRules(schema, kind);
            written["x-rules"] = Rules.Checks(schema.Node, schema.Pointer, wire => names.GetValueOrDefault(wire));
        }

        if (schema.Node["additionalProperties"] is JsonObject { Count: > 0 })
        {
            report.Drop(schema.Pointer + "/additionalProperties", "members beside the declared ones are kept as free JSON");
        }

        return written;
    }

    /// <summary>A patch knows what it assigns and nothing else, so it has other rules than a request that says everything.</summary>
    private static void RefuseRules(ResolvedSchema schema, ModelKind kind)
    {
        foreach (var rule in (schema.Node["x-rules"] as JsonArray ?? []).Select(rule => (rule as JsonObject)?["rule"]?.ToString() ?? ""))
        {
            if (kind == ModelKind.Patch && !Rules.OfPatches.Contains(rule))
            {
                throw SpecException.At(
                    schema.Pointer + "/x-rules", $"a patch cannot have the rule '{rule}': what is not sent is not known");
            }

            if (kind != ModelKind.Patch && rule == Rules.NotNullWhen)
            {
                throw SpecException.At(schema.Pointer + "/x-rules", $"only a patch can have the rule '{rule}'");
            }
        }
    }

    /// <summary>Whether the model has a member that <c>ToString</c> may show: a secret is none.</summary>
    private static bool Prints(Dictionary<string, string> names, JsonObject declared, string member)
        => names.Any(name => name.Value == member && declared[name.Key] is JsonObject node && !JsonRead.Flag(node, "x-secret"));

    private JsonObject Property(
        ResolvedSchema schema, string wireName, string member, string key, string owner, ModelKind kind, Usage travel, bool required)
    {
        var hint = owner + member;
        var written = schemas.Write(schema with { Nullable = IsNullable(schema, kind, required) }, hint, key, travel);
        var shape = Shape(schema, wireName, member, kind, required);
        if (JsonRead.StringOrNull(schema.Outer, "x-type", schema.Pointer) is { } own)
        {
            written["x-type"] = Identifiers.Type(own, schema.Pointer + "/x-type") + (IsNullable(schema, kind, required) ? "?" : "");
        }

        written["x-member"] = member;
        written["x-summary"] = texts.Property(key, wireName) + OperationWriter.Outdated(schema.Outer);
        written["x-begins"] = Initialiser(schema, shape, kind, required);
        written["x-required"] = kind == ModelKind.Request && required && !schema.Nullable;

        // Who makes a request must assign what it demands: a warning about that would have no remedy.
        written["x-obsolete"] = JsonRead.Flag(schema.Outer, "deprecated") && !JsonRead.Flag(written, "x-required");
        var threeState = IsThreeState(schema, kind, required);
        written["x-send-null"] = threeState || (kind == ModelKind.Request && required && schema.Nullable);
        if (threeState)
        {
            written["x-three-state"] = true;
        }

        if (travel.IsSent())
        {
            foreach (var keyword in Limits.LeftToTheServer.Where(k => schema[k] is not null))
            {
                report.Drop(schema.Pointer, $"the limit '{keyword}' is left to the server");
            }

            written["x-checks"] = new JsonArray([.. Limits.Checks(shape).Select(c => JsonValue.Create(c))]);
            Remark(written, schema, shape, kind, threeState);
        }

        return written;
    }

    /// <summary>
    /// Whether not assigning the member and assigning null mean different things: in every patch, and in a request where
    /// the server's default is not null.
    /// </summary>
    private static bool IsThreeState(ResolvedSchema schema, ModelKind kind, bool required)
        => kind == ModelKind.Patch
           || (kind == ModelKind.Request && !required && schema.Nullable && schema["default"] is not null && !OmitsNull(schema));

    /// <summary>Whether null is left out like a member that was never assigned, since the server cannot bear it.</summary>
    private static bool OmitsNull(ResolvedSchema schema) => JsonRead.Flag(schema.Outer, "x-omit-null");

    /// <summary>Whether the C# member is nullable, which is not the same as whether null may be sent.</summary>
    private bool IsNullable(ResolvedSchema schema, ModelKind kind, bool required)
        => schema.Nullable
            || kind == ModelKind.Patch
            || (!required && !(kind == ModelKind.Response && CountsFromZero(schema)))
            || (kind == ModelKind.Response && ContainsItself(schema));

    /// <summary>Whether a count that an answer leaves out is none: it is 0 then, as every number begins.</summary>
    private static bool CountsFromZero(ResolvedSchema schema) => schema.Shape == SchemaShape.Integer && schema.Number("default") == 0;

    private PropertyShape Shape(ResolvedSchema schema, string wireName, string member, ModelKind kind, bool required)
    {
        var item = schema.Shape switch
        {
            SchemaShape.Array when schema.Node["items"] is { } items => schemas.Resolve(items, schema.Pointer + "/items"),
            SchemaShape.Map when schema.Node["additionalProperties"] is JsonObject { Count: > 0 } values
                => schemas.Resolve(values, schema.Pointer + "/additionalProperties"),
            _ => null,
        };
        return new(
            wireName, member, kind, required, schema, item, Value(schema), Target(schema), item is null ? TargetKind.None : Target(item));
    }

    private ValueKind Value(ResolvedSchema schema) => schema.Shape switch
    {
        SchemaShape.String => Limits.Format(schema) switch
        {
            "uuid" => ValueKind.Id,
            "date" or "date-time" => ValueKind.Value,
            _ => ValueKind.Reference,
        },
        SchemaShape.Reference => Value(schemas.Target(schema)),
        SchemaShape.Enum => EnumWriter.IsText(schema) ? ValueKind.OpenEnum : ValueKind.Value,
        SchemaShape.Integer or SchemaShape.Number or SchemaShape.Boolean => ValueKind.Value,
        _ => ValueKind.Reference,
    };

    private TargetKind Target(ResolvedSchema schema) => Target(schemas, schema);

    /// <summary>What a value of a schema points to, as far as checks care.</summary>
    public static TargetKind Target(SchemaWriter schemas, ResolvedSchema schema) => schema.Shape switch
    {
        SchemaShape.Reference => Target(schemas, schemas.Target(schema)),
        SchemaShape.Object => TargetKind.Model,
        SchemaShape.Enum when EnumWriter.IsExtensible(schema) => TargetKind.None,
        SchemaShape.Enum => EnumWriter.IsText(schema) ? TargetKind.ClosedEnum : TargetKind.ClosedNumber,
        _ => TargetKind.None,
    };

    /// <summary>What a received member holds until the answer says otherwise, so that nothing is ever unexpectedly null.</summary>
    private string Initialiser(ResolvedSchema schema, PropertyShape shape, ModelKind kind, bool required)
    {
        if (kind != ModelKind.Response || IsNullable(schema, kind, required) || shape.Value != ValueKind.Reference)
        {
            return "";
        }

        return schema.Shape switch
        {
            SchemaShape.String => "\"\"",
            SchemaShape.Array => "[]",
            SchemaShape.Map => "empty-map",
            _ => "new()",
        };
    }

    private static void Remark(JsonObject written, ResolvedSchema schema, PropertyShape shape, ModelKind kind, bool threeState)
    {
        var limits = Limits.Sentence(schema, shape.Item);
        var clears = (kind, schema.Nullable, threeState) switch
        {
            (ModelKind.Patch, true, _) => "Null clears it.",
            (ModelKind.Patch, false, _) => "Cannot be null.",
            (_, _, true) => "An assigned null is sent as null; left unassigned, the server takes its default.",
            _ => null,
        };
        var told = kind == ModelKind.Patch || Defaults.IsTold(written["x-summary"]!.GetValue<string>() + clears);
        var text = string.Join(' ', new[] { limits, clears, told ? null : Defaults.Sentence(schema) }.Where(t => t is not null));
        if (text.Length > 0)
        {
            written["x-remarks"] = text;
        }
    }

    /// <summary>Whether an object needs another of its own kind, so that beginning with a new one would never end.</summary>
    private bool ContainsItself(ResolvedSchema schema)
    {
        if (schema.Shape != SchemaShape.Reference)
        {
            return false;
        }

        var start = schema.Key;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start]);
        while (open.TryPop(out var key))
        {
            var pointer = JsonRead.Step("/components/schemas", key);
            if (schemas.Component(key) is not { Shape: SchemaShape.Object } model)
            {
                continue;
            }

            foreach (var (name, property) in JsonRead.Object(model.Node["properties"], pointer + "/properties"))
            {
                var next = schemas.Resolve(property, model.PropertyPointer(name));
                if (next is { Shape: SchemaShape.Reference, Nullable: false })
                {
                    if (next.Key == start)
                    {
                        return true;
                    }

                    if (seen.Add(next.Key))
                    {
                        open.Push(next.Key);
                    }
                }
            }
        }

        return false;
    }
}

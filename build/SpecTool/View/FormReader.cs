using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>One part of a form.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Pointer">Where the schema stands.</param>
/// <param name="IsFile">Whether it is a file.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record FormPart(string Name, JsonNode? Schema, string Pointer, bool IsFile, bool Required);

/// <summary>Reads the parts of a form: at most one file, and single values or lists of them.</summary>
internal static class FormReader
{
    public static IReadOnlyList<FormPart> Read(BodySource form, SchemaResolver resolver)
    {
        var schema = resolver.Resolve(form.Schema, form.Pointer);
        if (schema.Shape == SchemaShape.Reference)
        {
            schema = resolver.Resolve(resolver.Component(schema.Key, schema.Pointer), JsonRead.Step("/components/schemas", schema.Key));
        }

        if (schema.Shape != SchemaShape.Object)
        {
            throw SpecException.At(
                form.Pointer, "a form is an object whose members are its parts", Cures.Remove(Cures.OperationOf(form.Pointer)));
        }

        var required = (schema.Node["required"] as JsonArray ?? []).Select(name => name?.ToString()).ToHashSet(StringComparer.Ordinal);
        var parts = new List<FormPart>();
        foreach (var (name, node) in JsonRead.Object(schema.Node["properties"], schema.Pointer + "/properties"))
        {
            var pointer = schema.PropertyPointer(name);
            var part = resolver.Resolve(node, pointer);
            var isFile = IsFile(part);
            if (!isFile)
            {
                CheckField(part, pointer, resolver);
            }
            else if (form.Kind == BodyKind.Fields || parts.Any(other => other.IsFile))
            {
                throw SpecException.At(pointer, "a form has one file at most, and only as multipart", Cures.Remove(pointer));
            }

            parts.Add(new FormPart(name, node, pointer, isFile, required.Contains(name)));
        }

        return parts;
    }

    private static bool IsFile(ResolvedSchema part)
        => part.Shape == SchemaShape.String && (Limits.Format(part) == "binary" || part["contentMediaType"] is not null);

    private static void CheckField(ResolvedSchema part, string pointer, SchemaResolver resolver)
    {
        var value = part.Shape == SchemaShape.Array && part.Node["items"] is { } items
            ? resolver.Resolve(items, part.Pointer + "/items")
            : part;
        if (IsFile(value))
        {
            throw SpecException.At(
                pointer, "a form has one file at most",
                Cures.Update(pointer, new JsonObject { ["type"] = "string", ["format"] = "binary" }));
        }

        if (value.Shape is SchemaShape.Map or SchemaShape.Array or SchemaShape.Object
            || (value.Shape == SchemaShape.Reference && IsModel(value, resolver)))
        {
            throw SpecException.At(pointer, "a part of a form is a file, a single value or a list of them", Cures.Remove(pointer));
        }
    }

    private static bool IsModel(ResolvedSchema reference, SchemaResolver resolver)
        => resolver.Resolve(resolver.Component(reference.Key, reference.Pointer), reference.Pointer).Shape == SchemaShape.Object;
}

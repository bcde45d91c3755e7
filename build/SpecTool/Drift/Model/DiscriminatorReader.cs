using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Reads how the cases of a union, or the children of a parent, are told apart.</summary>
internal static class DiscriminatorReader
{
    private const string Schemas = "#/components/schemas/";

    public static Discriminator? Read(JsonObject schema)
    {
        if (schema.Map("discriminator") is not { } told || told.Text("propertyName") is not { } property)
        {
            return null;
        }

        var mapping = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (value, target) in told.Map("mapping") ?? [])
        {
            mapping[value] = told.Map("mapping")!.Text(value) is { } name ? Full(name) : CanonicalJson.Write(target);
        }

        var implied = new HashSet<string>(StringComparer.Ordinal);

        // A case without a value of its own is told by its name, whether the document writes that out or not.
        foreach (var reference in ((string[])["oneOf", "anyOf"])
            .SelectMany(word => (schema.List(word) ?? []).OfType<JsonObject>())
            .Select(item => item.Text("$ref"))
            .OfType<string>()
            .Where(reference => reference.StartsWith(Schemas, StringComparison.Ordinal) && !mapping.ContainsValue(reference))
            .ToList())
        {
            var name = Pointers.Split(reference[1..]).Last();
            if (mapping.TryAdd(name, reference))
            {
                implied.Add(name);
            }
        }

        return new Discriminator(property, mapping, implied);
    }

    /// <summary>A mapping may name a schema by its bare name.</summary>
    private static string Full(string target)
        => target.Contains('/', StringComparison.Ordinal) || target.Contains('#', StringComparison.Ordinal) ? target : Schemas + target;
}

namespace Valentina.SpecTool.Drift.Model;

/// <summary>Goes through every schema the operations of a contract reach.</summary>
internal static class SchemaWalk
{
    /// <summary>The schemas, each once, in the order they are met.</summary>
    /// <exception cref="ContractException">A reference leads nowhere.</exception>
    public static IEnumerable<Schema> Reached(Contract contract)
    {
        var seen = new HashSet<Schema>();
        var open = new Stack<Schema>(contract.Operations.SelectMany(Roots).Select(use => use.Target).Reverse());
        while (open.TryPop(out var schema))
        {
            if (!seen.Add(schema))
            {
                continue;
            }

            yield return schema;
            foreach (var use in schema.Properties.Values.Select(property => property.Use)
                .Concat(schema.Cases)
                .Concat(schema.Parts.Select(part => part.Use))
                .Concat(((SchemaUse?[])[schema.Items, schema.MapValues, schema.OtherMembers]).OfType<SchemaUse>()))
            {
                open.Push(use.Target);
            }
        }
    }

    private static IEnumerable<SchemaUse> Roots(Operation operation) => operation.Parameters.Select(parameter => parameter.Schema)
        .Concat(operation.Body?.Content.Values.Select(media => media.Schema) ?? [])
        .Concat(operation.Responses.Values.SelectMany(response => response.Content.Values).Select(media => media.Schema))
        .Concat(operation.Responses.Values.SelectMany(response => response.Headers.Values).Select(header => header.Schema));
}

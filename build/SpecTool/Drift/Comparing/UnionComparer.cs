using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Compares two unions, or a union with what used to stand alone: which cases came, which went.</summary>
internal sealed class UnionComparer(SchemaComparer comparer, Schema old, Schema now, Scope scope, Step step)
{
    public void Compare()
    {
        var before = Cases(old, now);
        var after = Cases(now, old);
        Pair(before, after, (one, other) => one.Target.Name is { } name && name == other.Target.Name);
        Pair(before, after, (one, other) => comparer.AreEqual(one, other, scope));
        Pair(before, after, (one, other) => before.Count == 1 && after.Count == 1
            && one.Target.Types.SequenceEqual(other.Target.Types, StringComparer.Ordinal));

        var word = (now.IsUnion ? now : old).UnionWord;
        foreach (var gone in before)
        {
            step.Changes.Add(scope.Change($"{word}-removed", now.Pointer, Name(gone)));
        }

        foreach (var came in after)
        {
            step.Changes.Add(scope.Change($"{word}-added", now.Pointer, null, Name(came)));
        }
    }

    private static string Name(SchemaUse use) => use.Target.Name ?? use.Target.Describe();

    private static List<SchemaUse> Cases(Schema schema, Schema other)
    {
        if (schema.IsUnion)
        {
            return [.. schema.Cases];
        }

        // "type: [string, integer]" is a union in other words.
        return schema.Types.Count > 1 && other.IsUnion
            ? [.. schema.Types.Select(type => Use(Only(schema, type)))]
            : [Use(schema)];

        static SchemaUse Use(Schema target) => new(target.Pointer, target, false, Annotations.None);
    }

    private static Schema Only(Schema schema, string type) => new()
    {
        Pointer = schema.Pointer,
        Types = [type],
        Format = type == "string" ? schema.Format : null,
        Limits = schema.Limits,
        Properties = type == "object" ? schema.Properties : new Dictionary<string, Property>(),
        ReadItems = type == "array" ? schema.ReadItems : null,
        ReadMapValues = type == "object" ? schema.ReadMapValues : null,
        Cases = [],
        Own = Annotations.None,
    };

    private void Pair(List<SchemaUse> before, List<SchemaUse> after, Func<SchemaUse, SchemaUse, bool> match)
    {
        foreach (var one in before.ToList())
        {
            if (after.Find(candidate => match(one, candidate)) is { } other)
            {
                before.Remove(one);
                after.Remove(other);
                step.Next.Add(comparer.Compare(one, other, scope));
            }
        }
    }
}

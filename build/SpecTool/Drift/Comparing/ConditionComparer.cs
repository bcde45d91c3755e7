using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>
/// Compares what two schemas demand beside types, limits and members: the conditions of JSON Schema 2020-12, members that are required
/// without being declared, and whether further members are refused.
/// </summary>
internal sealed class ConditionComparer(SchemaComparer comparer, Schema old, Schema now, Scope scope, Step step)
{
    public void Compare()
    {
        CompareParts();
        CompareDependentRequired();
        CompareRequiredNames();
        CompareContent();
        if (old.IsClosed != now.IsClosed)
        {
            step.Changes.Add(scope.Change(
                now.IsClosed ? "additional-properties-forbidden" : "additional-properties-allowed", now.Pointer + "/additionalProperties"));
        }
    }

    private void CompareParts()
    {
        var before = old.Parts.ToList();
        var after = now.Parts.ToList();

        // Conditions in a list have no names: the equal ones belong together wherever they stand.
        Remove(
            before,
            after,
            (one, other) => one.Rule == "all-of" && other.Rule == "all-of" && comparer.AreEqual(one.Use, other.Use, scope));
        foreach (var one in before)
        {
            if (after.Find(other => other.Rule == one.Rule && other.Key == one.Key) is { } other)
            {
                after.Remove(other);
                ComparePair(one, other);
            }
            else
            {
                step.Changes.Add(scope.Change($"{one.Rule}-removed", one.Pointer, Name(one)));
            }
        }

        foreach (var other in after)
        {
            step.Changes.Add(scope.Change($"{other.Rule}-added", other.Pointer, null, Name(other)));
        }

        static string Name(SchemaPart part) => part.Key.Length > 0 ? part.Key.TrimStart('/') : part.Use.Target.Describe();
    }

    /// <summary>A tighter condition is a tighter whole, unless it is turned around: then only equal ones are the same.</summary>
    private void ComparePair(SchemaPart one, SchemaPart other)
    {
        if (!one.Narrows || IsNever(one) != IsNever(other))
        {
            if (!comparer.AreEqual(one.Use, other.Use, scope))
            {
                step.Changes.Add(Changed(one.Rule)
                    ? scope.Change($"{one.Rule}-changed", other.Pointer, one.Use.Target.Describe(), other.Use.Target.Describe())
                    : scope.Change(IsNever(other) ? $"{one.Rule}-added" : $"{one.Rule}-removed", other.Pointer, one.Key, other.Key));
            }

            return;
        }

        step.Next.Add(comparer.Compare(one.Use, other.Use, scope));
    }

    private static bool Changed(string rule) => rule is "if" or "not" or "unevaluated-properties" or "unevaluated-items";

    private static bool IsNever(SchemaPart part) => part.Use.Target.Types is ["never"];

    private static void Remove(List<SchemaPart> before, List<SchemaPart> after, Func<SchemaPart, SchemaPart, bool> match)
    {
        foreach (var one in before.ToList())
        {
            if (after.Find(candidate => match(one, candidate)) is { } other)
            {
                before.Remove(one);
                after.Remove(other);
            }
        }
    }

    private void CompareDependentRequired()
    {
        foreach (var name in old.DependentRequired.Keys.Union(now.DependentRequired.Keys, StringComparer.Ordinal))
        {
            var (before, after) = (Names(old, name), Names(now, name));
            if (before != after)
            {
                var what = before is null ? "added" : after is null ? "removed" : "changed";
                step.Changes.Add(scope.Change(
                    $"dependent-required-{what}", Pointers.Join(now.Pointer + "/dependentRequired", name), Text(before), Text(after)));
            }

            string? Text(string? names) => names is null ? null : $"{name}: {names}";
        }

        static string? Names(Schema schema, string name)
            => schema.DependentRequired.TryGetValue(name, out var names) && names.Count > 0 ? string.Join(", ", names) : null;
    }

    /// <summary>
    /// Members that must be there although nobody says what they are; one that is declared on either side is told as a member.
    /// </summary>
    private void CompareRequiredNames()
    {
        var side = scope.IsRequest ? "request-property" : "response-property";
        foreach (var name in now.RequiredNames.Except(old.RequiredNames, StringComparer.Ordinal).Where(name => !Declared(name)))
        {
            step.Changes.Add(scope.Member(name).Named($"{side}-became-required", now.Pointer + "/required", "optional", "required"));
        }

        foreach (var name in old.RequiredNames.Except(now.RequiredNames, StringComparer.Ordinal).Where(name => !Declared(name)))
        {
            step.Changes.Add(scope.Member(name).Named($"{side}-became-optional", now.Pointer + "/required", "required", "optional"));
        }

        bool Declared(string name) => old.Properties.ContainsKey(name) || now.Properties.ContainsKey(name);
    }

    private void CompareContent()
    {
        if (old.Content.MediaType != now.Content.MediaType)
        {
            step.Changes.Add(scope.Change("content-media-type-changed", now.Pointer, old.Content.MediaType, now.Content.MediaType));
        }

        if (old.Content.Encoding != now.Content.Encoding)
        {
            step.Changes.Add(scope.Change("content-encoding-changed", now.Pointer, old.Content.Encoding, now.Content.Encoding));
        }
    }
}

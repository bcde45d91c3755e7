using System.Globalization;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Rules;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Compares two schemas in normal form, one level deep; what they contain is compared by further steps.</summary>
internal sealed class SchemaNodeComparer(SchemaComparer comparer, Schema old, Schema now, Scope scope, Step step)
{
    public void Compare()
    {
        new DiscriminatorComparer(old, now, scope, step).Compare();
        if (!old.IsUnion && !now.IsUnion)
        {
            CompareNodes();
            return;
        }

        if (CompareOpenness())
        {
            return;
        }

        if (old.IsUnion && now.IsUnion)
        {
            new UnionComparer(comparer, old, now, scope, step).Compare();
            CompareNodes();
        }
        else if (StandsBeside(old, now) || StandsBeside(now, old))
        {
            step.Changes.Add(scope.Change(
                now.IsUnion ? "alternatives-set" : "alternatives-unset", now.Pointer, old.IsUnion ? old.Describe() : null,
                now.IsUnion ? now.Describe() : null));
            CompareNodes();
        }
        else
        {
            new UnionComparer(comparer, old, now, scope, step).Compare();
        }
    }

    /// <summary>Whether the alternatives of <paramref name="union"/> are conditions beside what it shares with the other schema.</summary>
    private static bool StandsBeside(Schema union, Schema plain) => union.IsUnion && !plain.IsUnion
        && (union.Properties.Count > 0
            || (union.Types.Count > 0 && plain.Properties.Count == 0 && union.Types.SequenceEqual(plain.Types, StringComparer.Ordinal)));

    private void CompareNodes()
    {
        if (!CompareTypes())
        {
            return;
        }

        CompareValues();
        CompareLimits();
        new ConditionComparer(comparer, old, now, scope, step).Compare();
        if (old.Items is not null || now.Items is not null)
        {
            Follow(old.Items, now.Items, "/items", scope with { Subject = scope.Subject + "[]" });
        }

        if (old.IsMap || now.IsMap)
        {
            Follow(old.MapValues, now.MapValues, "/additionalProperties", scope with { Subject = scope.Subject + "[key]" });
        }
        else if (old.OtherMembers is not null || now.OtherMembers is not null)
        {
            Follow(old.OtherMembers, now.OtherMembers, "/additionalProperties", scope with { Subject = scope.Subject + "[key]" });
        }

        new MemberComparer(comparer, old, now, scope, step).Compare();
    }

    private static bool IsAnything(Schema schema) => schema.Types.Count == 0 && !schema.IsUnion && schema.Values is null;

    /// <summary>What a set of types admits; an integer is a number too.</summary>
    private static bool Admits(Schema wide, Schema narrow)
        => IsAnything(wide) || (!IsAnything(narrow)
            && narrow.Types.All(type => wide.Types.Contains(type) || (type == "integer" && wide.Types.Contains("number")))
            && (wide.Format is null
                || wide.Format == narrow.Format
                || (wide.Format, narrow.Format) is ("int64", "int32") or ("double", "float")));

    private bool CompareOpenness()
    {
        if (!IsAnything(old) && !IsAnything(now))
        {
            return false;
        }

        AddTypeChange();
        return true;
    }

    /// <summary>Whether the types are the same, so that looking further makes sense.</summary>
    private bool CompareTypes()
    {
        var sameTypes = old.Types.SequenceEqual(now.Types, StringComparer.Ordinal) && old.Format == now.Format;
        var mapAndObject = (old.IsMap && now.Properties.Count > 0) || (now.IsMap && old.Properties.Count > 0);
        if (sameTypes && !mapAndObject)
        {
            return true;
        }

        if (!scope.IsRequest && (PageEnvelope.Is(old) || PageEnvelope.Is(now)))
        {
            step.Changes.Add(scope.Named("pagination-envelope-changed", now.Pointer, Shape(old), Shape(now)));
        }
        else
        {
            AddTypeChange();
        }

        return false;

        static string Shape(Schema schema) => PageEnvelope.Is(schema) ? "page" : schema.Describe();
    }

    private void AddTypeChange()
    {
        var wider = Admits(now, old) && !now.IsMap && !old.IsMap;
        var narrower = Admits(old, now) && !now.IsMap && !old.IsMap;
        var suffix = wider ? "type-generalized" : narrower && !scope.IsRequest ? "type-specialized" : "type-changed";
        step.Changes.Add(scope.Change(suffix, now.Pointer, old.Describe(), now.Describe()));
    }

    private void CompareValues()
    {
        if (old.Values is null != now.Values is null)
        {
            step.Changes.Add(now.Values is not null
                ? scope.Change("became-enum", now.Pointer, "any value", List(now.Values))
                : scope.Change("became-not-enum", now.Pointer, List(old.Values!), "any value"));
            CompareOpenValues();
            return;
        }

        foreach (var value in (old.Values ?? []).Except(now.Values ?? [], StringComparer.Ordinal))
        {
            step.Changes.Add(scope.Change("enum-value-removed", now.Pointer, value));
        }

        foreach (var value in (now.Values ?? []).Except(old.Values ?? [], StringComparer.Ordinal))
        {
            step.Changes.Add(scope.Change("enum-value-added", now.Pointer, null, value));
        }

        CompareOpenValues();
        foreach (var (value, name) in old.ValueNames)
        {
            if (now.ValueNames.TryGetValue(value, out var other) && other != name)
            {
                step.Changes.Add(scope.Named("sdk-member-renamed", now.Pointer, name, other, $"{scope.Subject}.{name}"));
            }
        }

        static string List(IReadOnlyList<string> values) => string.Join(", ", values);
    }

    private void CompareOpenValues()
    {
        foreach (var value in old.OpenValues.Except(now.OpenValues, StringComparer.Ordinal))
        {
            step.Changes.Add(scope.Change("x-extensible-enum-value-removed", now.Pointer, value));
        }

        foreach (var value in now.OpenValues.Except(old.OpenValues, StringComparer.Ordinal))
        {
            step.Changes.Add(scope.Change("x-extensible-enum-value-added", now.Pointer, null, value));
        }
    }

    private void CompareLimits()
    {
        var bothContain = Contains(old) && Contains(now);
        foreach (var bound in Bound.All.Where(bound => bothContain || !bound.Keyword.EndsWith("Contains", StringComparison.Ordinal)))
        {
            CompareLimit(bound.Keyword, bound.Name, (before, after) => after > before ? "increased" : "decreased");
        }

        CompareLimit("multipleOf", "multiple-of", (_, _) => "changed");
        CompareLimit("uniqueItems", "unique-items", (_, _) => "set");
        if (old.Pattern != now.Pattern)
        {
            var what = old.Pattern is null ? "added" : now.Pattern is null ? "removed" : "changed";
            step.Changes.Add(scope.Change($"pattern-{what}", now.Pointer, old.Pattern, now.Pattern));
        }
    }

    private static bool Contains(Schema schema) => schema.Parts.Any(part => part.Rule == "contains");

    private void CompareLimit(string keyword, string name, Func<decimal, decimal, string> change)
    {
        var before = old.Limits.TryGetValue(keyword, out var one) ? one : (decimal?)null;
        var after = now.Limits.TryGetValue(keyword, out var other) ? other : (decimal?)null;
        if (before == after)
        {
            return;
        }

        var what = before is null ? "set" : after is null ? "unset" : change(before.Value, after.Value);
        step.Changes.Add(scope.Change($"{name}-{what}", now.Pointer, Text(before), Text(after)));

        string? Text(decimal? value)
            => value is null ? null : $"{keyword} {value.Value.ToString("0.############", CultureInfo.InvariantCulture)}";
    }

    private void Follow(SchemaUse? before, SchemaUse? after, string member, Scope inside) => step.Next.Add(comparer.Compare(
        before ?? SchemaReader.Anything(old.Pointer + member),
        after ?? SchemaReader.Anything(now.Pointer + member),
        inside));
}

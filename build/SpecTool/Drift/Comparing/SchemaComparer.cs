using System.Runtime.CompilerServices;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Rules;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Compares two schemas from one side of the wire; pairs already compared are remembered.</summary>
internal sealed class SchemaComparer(Contract @base, Contract head)
{
    private readonly Dictionary<(Schema Base, Schema Head, string Place, bool IsError), Step> _known = [];

    /// <summary>Compares two places: what they say themselves, and the schemas they use.</summary>
    public Step Compare(SchemaUse old, SchemaUse now, Scope scope)
    {
        var step = new Step();
        CompareNames(old, now, scope, step);
        CompareNullability(old, now, scope, step);
        CompareDefaults(old, now, scope, step);
        CompareTexts(old, now, scope, step);
        step.Next.Add(CompareTargets(old.Target, now.Target, scope));
        return step;
    }

    /// <summary>Whether two schemas are the same but for their names and spelling.</summary>
    public bool AreEqual(SchemaUse old, SchemaUse now, Scope scope) => !Compare(old, now, scope).Reached()
        .Any(change => change.Rule != "api-schema-removed" && !ChangeRules.ById(change.Rule).Texts);

    private static void CompareNullability(SchemaUse old, SchemaUse now, Scope scope, Step step)
    {
        if (old.Nullable == now.Nullable
            || (old.Target.Types.Count == 0 && !old.Target.IsUnion) != (now.Target.Types.Count == 0 && !now.Target.IsUnion))
        {
            return;
        }

        var pointer = Origin(old, now, use => use.NullableHere, schema => schema.Nullable);
        step.Changes.Add(now.Nullable
            ? scope.Change("became-nullable", pointer, "not null", "null allowed")
            : scope.Change("became-not-nullable", pointer, "null allowed", "not null"));
    }

    private static void CompareDefaults(SchemaUse old, SchemaUse now, Scope scope, Step step)
    {
        // "default: null" says what leaving the value out says anyway.
        var (before, after) = (NullIsNone(old.Default), NullIsNone(now.Default));
        if (before == after)
        {
            return;
        }

        var what = before is null ? "added" : after is null ? "removed" : "changed";
        var pointer = Origin(old, now, use => use.Here.Default, schema => schema.Own.Default);
        step.Changes.Add(scope.Change($"default-value-{what}", pointer, before, after));

        static string? NullIsNone(string? value) => value == "null" ? null : value;
    }

    private static void CompareTexts(SchemaUse old, SchemaUse now, Scope scope, Step step)
    {
        if (old.Text != now.Text)
        {
            step.Changes.Add(
                scope.Named("description-changed", Origin(old, now, use => use.Here.Text, schema => schema.Own.Text), old.Text, now.Text));
        }

        if (old.Example != now.Example)
        {
            step.Changes.Add(scope.Named(
                "example-changed", Origin(old, now, use => use.Here.Example, schema => schema.Own.Example), old.Example, now.Example));
        }
    }

    /// <summary>The component if the difference lies in both sides' component alone, else the place that uses it.</summary>
    private static string Origin<T>(SchemaUse old, SchemaUse now, Func<SchemaUse, T> here, Func<Schema, T> own)
        => now.Target.Name is not null
        && old.Target.Name is not null
        && Equals(here(old), here(now))
        && !Equals(own(old.Target), own(now.Target))
            ? now.Target.Pointer
            : now.Pointer;

    /// <summary>Whether C# gets a type of its own from the schema, so that users write its name.</summary>
    private static bool IsNamedType(Schema schema) => schema.Name is not null && !PageEnvelope.Is(schema)
        && (schema.Values is not null || schema.IsUnion || (schema.Types.Contains("object") && !schema.IsMap));

    private void CompareNames(SchemaUse old, SchemaUse now, Scope scope, Step step)
    {
        var (before, after) = (old.Target, now.Target);
        if (!IsNamedType(before) || !IsNamedType(after) || before.SdkName == after.SdkName)
        {
            return;
        }

        var sameComponent = before.Name == after.Name;
        var renamed = sameComponent || !head.SchemaNames.Contains(before.Name!) || !@base.SchemaNames.Contains(after.Name!);
        var pointer = renamed ? before.Pointer : now.Pointer;
        step.Changes.Add(scope.Named(
            "api-schema-removed",
            pointer,
            sameComponent ? before.SdkName : before.Name,
            sameComponent ? after.SdkName : after.Name,
            before.SdkName));
    }

    private Step CompareTargets(Schema old, Schema now, Scope scope)
    {
        var key = (old, now, scope.Place, scope.IsError);
        if (_known.TryGetValue(key, out var known))
        {
            return known;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new ContractException($"The schemas from {now.Pointer} on stand too deep within each other to be compared.");
        }

        var step = _known[key] = new Step();
        var inside = old.SdkName is { } name ? scope with { Subject = name } : scope;
        new SchemaNodeComparer(this, old, now, inside, step).Compare();
        return step;
    }
}

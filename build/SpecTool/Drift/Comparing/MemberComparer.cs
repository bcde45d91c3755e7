using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Compares the members of two objects.</summary>
internal sealed class MemberComparer(SchemaComparer comparer, Schema old, Schema now, Scope scope, Step step)
{
    public void Compare()
    {
        var envelope = !scope.IsRequest && PageEnvelope.Compare(old, now, scope, step);
        foreach (var (name, before) in old.Properties)
        {
            if (!Travels(before))
            {
                continue;
            }

            if (now.Properties.TryGetValue(name, out var after))
            {
                ComparePair(before, after, envelope && PageEnvelope.Members.Contains(name));
            }
            else if (!envelope)
            {
                AddRemoved(before);
            }
        }

        foreach (var (name, after) in now.Properties)
        {
            if (!envelope && Travels(after) && !(old.Properties.TryGetValue(name, out var before) && Travels(before)))
            {
                AddNew(after, old.Properties.ContainsKey(name));
            }
        }
    }

    /// <summary>Whether the member is part of what goes this way.</summary>
    private bool Travels(Property property) => scope.IsRequest ? !property.Use.ReadOnly : !property.Use.WriteOnly;

    private void ComparePair(Property before, Property after, bool inEnvelope)
    {
        var inside = scope.Member(before.SdkName);
        if (!Travels(after))
        {
            AddMutability(after, inside, $"became-{(scope.IsRequest ? "read" : "write")}-only");
            return;
        }

        // A type without a name of its own may be the same type written out: then only a name that the overlay gives can differ.
        var (was, becomes) = old.Name is not null && now.Name is not null
            ? (before.SdkName, after.SdkName)
            : (before.BareName, after.BareName);
        if (was != becomes)
        {
            step.Changes.Add(scope.Named("sdk-member-renamed", after.Pointer, was, becomes, inside.Subject));
        }

        if (inEnvelope)
        {
            FollowItems(before, after, inside);
            return;
        }

        CompareMutability(before, after, inside);
        CompareRequiredness(before, after, inside);
        if (before.Use.Deprecated != after.Use.Deprecated)
        {
            step.Changes.Add(inside.Change(after.Use.Deprecated ? "deprecated" : "reactivated", after.Pointer));
        }

        step.Next.Add(comparer.Compare(before.Use, after.Use, inside));
    }

    /// <summary>The other direction's mark: of no consequence here, but told.</summary>
    private void CompareMutability(Property before, Property after, Scope inside)
    {
        var (was, does, word) = scope.IsRequest
            ? (before.Use.WriteOnly, after.Use.WriteOnly, "write-only")
            : (before.Use.ReadOnly, after.Use.ReadOnly, "read-only");
        if (was != does)
        {
            AddMutability(after, inside, does ? $"became-{word}" : $"became-not-{word}");
        }
    }

    private void CompareRequiredness(Property before, Property after, Scope inside)
    {
        if (before.Required == after.Required)
        {
            return;
        }

        var suffix = !after.Required ? "became-optional"
            : scope.IsRequest && after.Use.Default is not null ? "became-required-with-default"
            : "became-required";
        step.Changes.Add(inside.Change(suffix, after.Pointer, Word(before.Required), Word(after.Required)));

        static string Word(bool required) => required ? "required" : "optional";
    }

    private void AddRemoved(Property before)
    {
        var inside = scope.Member(before.SdkName);
        var rule = scope.IsRequest ? "request-property-removed"
            : before.Required ? "response-required-property-removed"
            : "response-optional-property-removed";
        step.Changes.Add(inside.Named(rule, before.Pointer, before.Name));
    }

    private void AddNew(Property after, bool travelledOtherWay)
    {
        var inside = scope.Member(after.SdkName);
        if (travelledOtherWay)
        {
            AddMutability(after, inside, $"became-not-{(scope.IsRequest ? "read" : "write")}-only");
            return;
        }

        var rule = scope.IsRequest
            ? !after.Required ? "new-optional-request-property"
                : after.Use.Default is null ? "new-required-request-property"
                : "new-required-request-property-with-default"
            : after.Required ? "response-required-property-added"
            : "response-optional-property-added";
        step.Changes.Add(inside.Named(rule, after.Pointer, null, after.Name));
    }

    private void AddMutability(Property after, Scope inside, string what)
    {
        var side = scope.IsRequest ? "request" : "response";
        var need = after.Required ? "required" : "optional";
        step.Changes.Add(inside.Named($"{side}-{need}-property-{what}", after.Pointer));
    }

    private void FollowItems(Property before, Property after, Scope inside)
    {
        if (before.Use.Target.Items is { } mine && after.Use.Target.Items is { } theirs)
        {
            step.Next.Add(comparer.Compare(mine, theirs, inside with { Subject = inside.Subject + "[]" }));
        }
    }
}

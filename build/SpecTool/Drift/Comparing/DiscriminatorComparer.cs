using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Compares how the cases of a union, or the children of a parent, are told apart.</summary>
internal sealed class DiscriminatorComparer(Schema old, Schema now, Scope scope, Step step)
{
    public void Compare()
    {
        if (scope.Place is "request-parameter" or "response-header")
        {
            return;
        }

        var (before, after) = (old.Discriminator, now.Discriminator);
        if (before is null || after is null)
        {
            if (before is not null || after is not null)
            {
                step.Changes.Add(scope.Change(
                    before is null ? "discriminator-added" : "discriminator-removed", now.Pointer, before?.Property, after?.Property));
            }

            return;
        }

        if (before.Property != after.Property)
        {
            step.Changes.Add(scope.Change("discriminator-property-name-changed", now.Pointer, before.Property, after.Property));
        }

        foreach (var key in before.Mapping.Keys.Union(after.Mapping.Keys, StringComparer.Ordinal))
        {
            var (was, becomes) = (before.Mapping.GetValueOrDefault(key), after.Mapping.GetValueOrDefault(key));
            if (was != becomes && !IsCaseItself(before, was, key) && !IsCaseItself(after, becomes, key))
            {
                var what = was is null ? "added" : becomes is null ? "deleted" : "changed";
                step.Changes.Add(scope.Change(
                    $"discriminator-mapping-{what}", now.Pointer, was is null ? null : $"{key}: {was}",
                    becomes is null ? null : $"{key}: {becomes}"));
            }
        }
    }

    /// <summary>A value that nobody wrote down comes and goes with its case, which is told already.</summary>
    private static bool IsCaseItself(Discriminator told, string? target, string key) => target is not null && told.Implied.Contains(key);
}

using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>The shape every list of the service is wrapped in; the pager lives by these four members.</summary>
internal static class PageEnvelope
{
    public static IReadOnlyList<string> Members { get; } = ["items", "limit", "offset", "total"];

    public static bool Is(Schema schema)
        => Members.All(schema.Properties.ContainsKey)
        && schema.Properties["items"].Use.Target.Types.Contains("array");

    /// <summary>Adds one finding for the whole envelope and says whether there was one to add.</summary>
    public static bool Compare(Schema old, Schema now, Scope scope, Step step)
    {
        var (wasPage, isPage) = (Is(old), Is(now));
        if (!wasPage && !isPage)
        {
            return false;
        }

        var (before, after) = (Describe(old), Describe(now));
        if (wasPage && !Members.Any(name => Differs(old, now, name)))
        {
            return false;
        }

        step.Changes.Add(scope.Named(wasPage ? "pagination-envelope-changed" : "pagination-envelope-added", now.Pointer, before, after));
        return true;
    }

    private static bool Differs(Schema old, Schema now, string name)
    {
        if (!now.Properties.TryGetValue(name, out var after))
        {
            return true;
        }

        var before = old.Properties[name];
        return before.Required != after.Required
            || before.Use.Nullable != after.Use.Nullable
            || !before.Use.Target.Types.SequenceEqual(after.Use.Target.Types, StringComparer.Ordinal);
    }

    private static string Describe(Schema schema) => string.Join(", ", schema.Properties.Values.Select(property =>
        $"{property.Name}{(property.Required ? "" : "?")}: {property.Use.Target.Describe()}{(property.Use.Nullable ? " or null" : "")}"));
}

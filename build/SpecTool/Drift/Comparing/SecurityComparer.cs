using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Compares who is let in.</summary>
internal static class SecurityComparer
{
    /// <summary>The schemes of the document; one that merely has another name is the same.</summary>
    public static IEnumerable<Change> Schemes(Contract old, Contract now)
    {
        foreach (var (name, before) in old.SecuritySchemes)
        {
            var scope = new Scope("api-security-component", name);
            if (now.SecuritySchemes.TryGetValue(name, out var after))
            {
                if (before.OnTheWire != after.OnTheWire)
                {
                    yield return scope.Change(
                        before.Type != after.Type ? "type-changed" : "form-changed", after.Pointer, before.OnTheWire, after.OnTheWire);
                }

                foreach (var change in Flows(before, after, name))
                {
                    yield return change;
                }
            }
            else if (!now.SecuritySchemes.Values.Any(scheme => scheme.OnTheWire == before.OnTheWire))
            {
                yield return scope.Change("removed", before.Pointer, before.OnTheWire);
            }
        }

        foreach (var (name, after) in now.SecuritySchemes)
        {
            if (!old.SecuritySchemes.ContainsKey(name) && !old.SecuritySchemes.Values.Any(scheme => scheme.OnTheWire == after.OnTheWire))
            {
                yield return new Scope("api-security-component", name).Change("added", after.Pointer, null, after.OnTheWire);
            }
        }
    }

    /// <summary>Where tokens are asked for, and the permissions that are offered; a flow that came or went is told with the form.</summary>
    private static IEnumerable<Change> Flows(SecurityScheme before, SecurityScheme after, string name)
    {
        foreach (var (kind, url) in before.Addresses)
        {
            if (after.Addresses.TryGetValue(kind, out var other) && other != url)
            {
                yield return new Scope("api-security-component", name)
                    .Change("oauth-url-changed", after.Pointer, $"{kind} {url}", $"{kind} {other}");
            }
        }

        foreach (var (scope, words) in before.Scopes)
        {
            var subject = new Scope("api-security-component", scope);
            if (!after.Scopes.TryGetValue(scope, out var other))
            {
                yield return subject.Change("oauth-scope-removed", after.Pointer, scope);
            }
            else if (other != words)
            {
                yield return subject.Change("oauth-scope-changed", after.Pointer, words, other);
            }
        }

        foreach (var scope in after.Scopes.Keys.Where(scope => !before.Scopes.ContainsKey(scope)))
        {
            yield return new Scope("api-security-component", scope).Change("oauth-scope-added", after.Pointer, null, scope);
        }
    }

    /// <summary>What one operation asks for. A scheme that itself changed is told once, for the document.</summary>
    public static IEnumerable<Change> Requirements(Operation old, Operation now, Contract oldContract, Contract nowContract)
    {
        var before = old.Security.Select(alternative => Translate(alternative, oldContract, nowContract)).ToList();
        var after = now.Security;
        var scope = new Scope("api-security", now.SdkName ?? now.Address);
        if (Same(before, after))
        {
            yield break;
        }

        var (was, becomes) = (Text(before), Text(after));
        if (before.Count == 0 || after.Count == 0)
        {
            yield return scope.Change(before.Count == 0 ? "added" : "removed", now.SecurityPointer, was, becomes);
        }
        else if (before.All(one => after.Any(other => one.ToString() == other.ToString())))
        {
            yield return scope.Change("alternative-added", now.SecurityPointer, was, becomes);
        }
        else if (SameSchemes(before, after))
        {
            var (had, asks) = (Scopes(before), Scopes(after));
            foreach (var name in asks.Except(had, StringComparer.Ordinal))
            {
                yield return scope.Change("scope-added", now.SecurityPointer, null, name);
            }

            foreach (var name in had.Except(asks, StringComparer.Ordinal))
            {
                yield return scope.Change("scope-removed", now.SecurityPointer, name);
            }
        }
        else
        {
            yield return scope.Change("updated", now.SecurityPointer, was, becomes);
        }
    }

    private static SecurityAlternative Translate(SecurityAlternative alternative, Contract old, Contract now) => new([.. alternative.Schemes
        .Select(requirement => old.SecuritySchemes.ContainsKey(requirement.Component)
            && now.SecuritySchemes.TryGetValue(requirement.Component, out var scheme)
                ? requirement with { OnTheWire = scheme.OnTheWire }
                : requirement)
        .OrderBy(requirement => requirement.OnTheWire, StringComparer.Ordinal)]);

    private static bool Same(IEnumerable<SecurityAlternative> one, IEnumerable<SecurityAlternative> other)
        => Texts(one).SequenceEqual(Texts(other), StringComparer.Ordinal);

    private static bool SameSchemes(IEnumerable<SecurityAlternative> one, IEnumerable<SecurityAlternative> other)
        => one.Select(alternative => alternative.SchemesText).Order(StringComparer.Ordinal)
            .SequenceEqual(other.Select(alternative => alternative.SchemesText).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static List<string> Scopes(IEnumerable<SecurityAlternative> alternatives)
        => [.. alternatives.SelectMany(alternative => alternative.Schemes).SelectMany(scheme => scheme.Scopes)
            .Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Texts(IEnumerable<SecurityAlternative> alternatives)
        => alternatives.Select(alternative => alternative.ToString()).Order(StringComparer.Ordinal);

    private static string Text(IReadOnlyList<SecurityAlternative> alternatives)
        => alternatives.Count == 0 ? "nobody is asked" : string.Join(" or ", Texts(alternatives));
}

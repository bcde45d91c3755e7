using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Compares the parameters of an operation.</summary>
internal sealed class ParameterComparer(SchemaComparer comparer, Operation old, Operation now, Step step)
{
    private readonly Dictionary<string, string> _pathNames = old.PathParameters
        .Zip(now.PathParameters)
        .DistinctBy(pair => pair.First)
        .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);

    public void Compare()
    {
        ComparePathNames();
        var unmatched = now.Parameters.ToList();
        var gone = new List<Parameter>();
        foreach (var before in old.Parameters)
        {
            if (unmatched.Find(candidate => IsSame(before, candidate)) is { } after)
            {
                unmatched.Remove(after);
                ComparePair(before, after);
            }
            else
            {
                gone.Add(before);
            }
        }

        foreach (var before in gone)
        {
            if (unmatched.Find(candidate => candidate.In != before.In && SameName(before, candidate)) is { } moved)
            {
                unmatched.Remove(moved);
                step.Changes.Add(Scoped(moved).Named("request-parameter-in-changed", moved.Pointer, before.In, moved.In));
                ComparePair(before, moved);
            }
            else if (!before.Implied)
            {
                step.Changes.Add(Scoped(before).Named("request-parameter-removed", before.Pointer, $"{before.In} {before.Name}"));
            }
        }

        foreach (var after in unmatched.Where(parameter => !parameter.Implied))
        {
            var rule = after.Required ? "new-required-request-parameter" : "new-optional-request-parameter";
            step.Changes.Add(Scoped(after).Named(rule, after.Pointer, null, $"{after.In} {after.Name}"));
        }

        CompareOrder();
    }

    private static bool SameName(Parameter one, Parameter other)
        => string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);

    private static bool TakesMany(SchemaUse use)
        => use.Target.Types.Count == 0 || use.Target.IsUnion || use.Target.Types.Contains("array") || use.Target.Types.Contains("object");

    private bool IsSame(Parameter before, Parameter after)
    {
        if (before.In != after.In)
        {
            return false;
        }

        var name = before.In == "path" && _pathNames.TryGetValue(before.Name, out var renamed) ? renamed : before.Name;
        return string.Equals(name, after.Name, OperationReader.NameComparison(before.In));
    }

    /// <summary>Path parameters are told by their position; their names are the arguments' names.</summary>
    private void ComparePathNames()
    {
        if (old.PathParameters.SequenceEqual(now.PathParameters, StringComparer.Ordinal))
        {
            return;
        }

        var scope = new Scope("request-parameter", now.SdkName ?? now.Address);
        if (old.PathParameters.Order(StringComparer.Ordinal)
            .SequenceEqual(now.PathParameters.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            step.Changes.Add(scope.Named(
                "path-parameter-order-changed", now.Pointer, string.Join(", ", old.PathParameters), string.Join(", ", now.PathParameters)));
            return;
        }

        foreach (var (before, after) in old.PathParameters.Zip(now.PathParameters).Where(pair => pair.First != pair.Second))
        {
            step.Changes.Add(scope.Named("path-parameter-renamed", now.Pointer, before, after, before));
        }
    }

    private void ComparePair(Parameter before, Parameter after)
    {
        if (before.Implied || after.Implied)
        {
            return;
        }

        var scope = Scoped(after);
        if (before.SdkName != after.SdkName && before.Name == after.Name && after.In != "header")
        {
            step.Changes.Add(scope.Named("sdk-member-renamed", after.Pointer, before.SdkName, after.SdkName, before.SdkName));
        }

        if (before.Required != after.Required && !(before.In == "path" || after.In == "path"))
        {
            step.Changes.Add(after.Required
                ? scope.Change("became-required", after.Pointer, "optional", "required")
                : scope.Change("became-optional", after.Pointer, "required", "optional"));
        }

        if (before.In == after.In)
        {
            CompareForm(before, after, scope);
        }

        if (before.Deprecated != after.Deprecated)
        {
            step.Changes.Add(scope.Change(after.Deprecated ? "deprecated" : "reactivated", after.Pointer));
        }

        if (before.Text != after.Text)
        {
            step.Changes.Add(scope.Named("description-changed", after.Pointer, before.Text, after.Text));
        }

        step.Next.Add(comparer.Compare(before.Schema, after.Schema, scope));
    }

    private void CompareForm(Parameter before, Parameter after, Scope scope)
    {
        var many = TakesMany(before.Schema) || TakesMany(after.Schema);
        if (before.Style != after.Style && many)
        {
            step.Changes.Add(scope.Change("style-changed", after.Pointer, before.Style, after.Style));
        }
        else if (before.Explode != after.Explode && many)
        {
            step.Changes.Add(scope.Change("explode-changed", after.Pointer, Word(before.Explode), Word(after.Explode)));
        }

        if (before.AllowReserved != after.AllowReserved && after.In == "query")
        {
            step.Changes.Add(scope.Change(after.AllowReserved ? "became-allow-reserved" : "became-not-allow-reserved", after.Pointer));
        }

        static string Word(bool value) => value ? "true" : "false";
    }

    /// <summary>
    /// The order of the arguments. Path parameters stand in the path's order whatever the document lists first, and headers
    /// are no arguments, so only the rest can swap.
    /// </summary>
    private void CompareOrder()
    {
        var before = Arguments(old).Where(name => Arguments(now).Contains(name)).ToList();
        var after = Arguments(now).Where(name => Arguments(old).Contains(name)).ToList();
        if (!before.SequenceEqual(after, StringComparer.Ordinal))
        {
            var pointer = Pointers.Join(now.Pointer, "parameters");
            var scope = new Scope("request-parameter", now.SdkName ?? now.Address);
            step.Changes.Add(scope.Change("order-changed", pointer, string.Join(", ", before), string.Join(", ", after)));
        }

        static List<string> Arguments(Operation operation)
            => [.. operation.Parameters.Where(parameter => parameter.In is "query" or "cookie").Select(parameter => parameter.Name)];
    }

    private static Scope Scoped(Parameter parameter)
    {
        var list = parameter.Pointer[..parameter.Pointer.LastIndexOf('/')];
        var key = list.EndsWith("/parameters", StringComparison.Ordinal) && !list.StartsWith("/components/", StringComparison.Ordinal)
            ? $"{list}/{parameter.In}:{parameter.Name}"
            : parameter.Pointer;
        return new Scope("request-parameter", parameter.In == "header" ? parameter.Name : parameter.SdkName, parameter.Pointer, key);
    }
}

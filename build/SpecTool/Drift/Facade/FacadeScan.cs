using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Valentina.SpecTool.Apis;
using Valentina.SpecTool.Drift.Findings;

namespace Valentina.SpecTool.Drift.Facade;

/// <summary>
/// Reads from the facade's sources which of its public methods call which raw method: directly, by its operation, or through methods of
/// the same class. The lists and enumerations of pages stand in no source: <c>[Paged]</c> says that they will be there, and what they read.
/// </summary>
public static class FacadeScan
{
    /// <summary>Reads the sources of an API's facade.</summary>
    /// <param name="openapi">The folder of the contracts, which lies in the repository's root.</param>
    /// <param name="api">The API's short name.</param>
    /// <returns>The map; the raw methods alone where the sources are not at hand.</returns>
    public static SdkMap Read(string openapi, string api)
    {
        var folder = ApiList.Of(api).Facade is { } name ? Path.Combine(openapi, "..", "src", "Facade", name) : null;
        if (folder is null || !Directory.Exists(folder))
        {
            return SdkMap.RawOnly;
        }

        return Read(
            Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
    }

    /// <summary>Reads source texts.</summary>
    /// <param name="sources">The texts.</param>
    public static SdkMap Read(IEnumerable<string> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var classes = sources
            .SelectMany(text => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
            .GroupBy(type => type.Identifier.Text, StringComparer.Ordinal)
            .Select(parts => new FacadeClass(parts.Key, [.. parts]));
        var calls = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var (caller, raw) in classes.SelectMany(type => type.Calls()))
        {
            if (!calls.TryGetValue(raw, out var callers))
            {
                calls[raw] = callers = new SortedSet<string>(StringComparer.Ordinal);
            }

            callers.Add(caller);
        }

        return new SdkMap(calls.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)[.. entry.Value], StringComparer.Ordinal));
    }
}

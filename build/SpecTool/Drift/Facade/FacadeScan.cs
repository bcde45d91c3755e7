using System.Text.RegularExpressions;
using Valentina.SpecTool.Drift.Findings;

namespace Valentina.SpecTool.Drift.Facade;

/// <summary>
/// Reads from the facade's sources which of its methods call which raw method. Every facade method is one short body
/// that names the raw method, its operation, or a sibling that does; that regularity is what makes reading the text enough.
/// The lists and enumerations of pages stand in no source: <c>[Paged]</c> says that they will be there, and what they read.
/// </summary>
public static partial class FacadeScan
{
    /// <summary>Reads the sources of an API's facade.</summary>
    /// <param name="openapi">The folder of the contracts, which lies in the repository's root.</param>
    /// <param name="api">The API's short name.</param>
    /// <returns>The map; the raw methods alone where the sources are not at hand.</returns>
    public static SdkMap Read(string openapi, string api)
    {
        var folder = Path.Combine(openapi, "..", "src", "Facade", api == "valentina" ? "Services" : "ClaudeCode");
        if (!Directory.Exists(folder))
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
        var methods = sources.SelectMany(Methods).ToList();
        var calls = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var method in methods)
        {
            foreach (var raw in RawMethods(method, methods, []))
            {
                if (!calls.TryGetValue(raw, out var callers))
                {
                    calls[raw] = callers = new SortedSet<string>(StringComparer.Ordinal);
                }

                callers.Add($"{method.Class}.{method.Name}");
            }
        }

        return new SdkMap(calls.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<string>)[.. entry.Value], StringComparer.Ordinal));
    }

    /// <summary>The raw methods a method calls, directly or through methods of its own class.</summary>
    private static IEnumerable<string> RawMethods(Method method, IReadOnlyList<Method> all, HashSet<(string, string)> seen)
    {
        if (!seen.Add((method.Class, method.Name)))
        {
            return [];
        }

        var direct = RawCall().Matches(method.Body).Concat(OperationName().Matches(method.Body)).Select(match => match.Groups[1].Value);
        var siblings = SiblingCall().Matches(method.Body)
            .Select(match => match.Groups[1].Value)
            .SelectMany(name => all.Where(other => other.Class == method.Class && other.Name == name))
            .SelectMany(other => RawMethods(other, all, seen));
        return direct.Concat(siblings).Distinct(StringComparer.Ordinal).ToList();
    }

    private static IEnumerable<Method> Methods(string source)
    {
        if (ClassName().Match(source) is not { Success: true } name)
        {
            yield break;
        }

        var heads = MethodHead().Matches(source);
        for (var index = 0; index < heads.Count; index++)
        {
            var end = index + 1 < heads.Count ? heads[index + 1].Index : source.Length;
            var method = new Method(name.Groups[1].Value, heads[index].Groups["name"].Value, source[heads[index].Index..end]);
            yield return method;
            if (heads[index].Groups["paged"].Success && PageName().Match(method.Name) is { Success: true } page)
            {
                var operation = heads[index].Groups["paged"].Value;
                yield return new Method(method.Class, $"ListAll{page.Groups[1].Value}Async", operation);
                yield return new Method(method.Class, $"EnumerateAll{page.Groups[1].Value}Async", operation);
            }
        }
    }

    private sealed record Method(string Class, string Name, string Body);

    [GeneratedRegex(@"\bpartial class (\w+)")]
    private static partial Regex ClassName();

    [GeneratedRegex(
        @"^(?:    \[Paged\(nameof\((?<paged>[\w.]+)\)\)\]\s*\n)?"
            + @"    (?:public|private|internal|protected)[\w ]* [\w<>?,\[\]. ()]+?\b(?<name>\w+)(?:<\w+>)?\(",
        RegexOptions.Multiline)]
    private static partial Regex MethodHead();

    [GeneratedRegex(@"^Get(\w*)PageAsync$")]
    private static partial Regex PageName();

    [GeneratedRegex(@"\bRaw\s*\.\s*\w+\s*\.\s*(\w+)Async\(")]
    private static partial Regex RawCall();

    [GeneratedRegex(@"\b(?:Valentina|ClaudeCode)Operations\.(\w+)\b")]
    private static partial Regex OperationName();

    [GeneratedRegex(@"(?<![\w.])(\w+)\(")]
    private static partial Regex SiblingCall();
}

using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Coverage;

/// <summary>
/// The operations that are left out on purpose, each with its reason: the committed file <c>build/SpecTool/Coverage/left-out.json</c>.
/// </summary>
internal static class CoverageExceptions
{
    public const string FileName = "left-out.json";

    /// <summary>The reasons by <c>operationId</c>.</summary>
    /// <exception cref="CoverageException">An entry has no reason.</exception>
    public static IReadOnlyDictionary<string, string> Read(string repository)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (operation, reason) in JsonText.ReadObject(Path.Combine(repository, "build", "SpecTool", "Coverage", FileName)))
        {
            var text = (reason as JsonValue)?.GetValue<string>();
            reasons[operation] = string.IsNullOrWhiteSpace(text)
                ? throw new CoverageException($"{FileName}: {operation} needs a reason.")
                : text;
        }

        return reasons;
    }
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Valentina.SpecTool.Coverage.Probing;

/// <summary>One operation of a prepared contract, as far as a probe needs it.</summary>
internal sealed partial class ContractOperation
{
    private readonly Regex _path;

    public ContractOperation(string path, string method, JsonObject node, IReadOnlyList<JsonObject> parameters)
    {
        Path = path;
        Method = method.ToUpperInvariant();
        Node = node;
        Parameters = parameters;
        Id = node["operationId"]?.GetValue<string>() ?? $"{Method} {path}";
        _path = new Regex(
            "^" + Placeholder().Replace(Regex.Escape(path).Replace("\\{", "{", StringComparison.Ordinal), "(?<$1>[^/]+)") + "$",
            RegexOptions.CultureInvariant);
    }

    public string Id { get; }

    public string Method { get; }

    public string Path { get; }

    public JsonObject Node { get; }

    /// <summary>Those of the path and those of the operation, references followed.</summary>
    public IReadOnlyList<JsonObject> Parameters { get; }

    /// <summary>How many constant characters the path has; of several matches the one with most is meant.</summary>
    public int Weight => Placeholder().Replace(Path, "").Length;

    /// <summary>The names of the parameters of one place: path, query or header.</summary>
    public IEnumerable<string> ParameterNames(string place)
        => Parameters.Where(parameter => parameter["in"]!.GetValue<string>() == place)
            .Select(parameter => parameter["name"]!.GetValue<string>());

    /// <summary>The values in a path, by parameter name; null where the path is another's.</summary>
    public IReadOnlyDictionary<string, string>? Match(string method, string path)
    {
        if (method != Method || _path.Match(path) is not { Success: true } match)
        {
            return null;
        }

        return match.Groups.Values.Skip(1)
            .ToDictionary(group => group.Name, group => Uri.UnescapeDataString(group.Value), StringComparer.Ordinal);
    }

    public override string ToString() => Id;

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}

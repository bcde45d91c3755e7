using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Valentina.SpecTool.Drift.Model;

/// <summary>The servers a document, a path or an operation names.</summary>
/// <param name="Pointer">Where they are named.</param>
/// <param name="Servers">The servers; one without an address when there is none.</param>
public sealed partial record ServerList(string Pointer, IReadOnlyList<Server> Servers)
{
    /// <summary>No list.</summary>
    public static ServerList None { get; } = new("", []);

    /// <summary>Reads the list of a document, path or operation.</summary>
    /// <param name="holder">What may have a list.</param>
    /// <param name="pointer">Where it stands.</param>
    /// <returns>The list; null if there is none.</returns>
    internal static ServerList? Read(JsonObject holder, string pointer)
        => (holder.List("servers") ?? []).OfType<JsonObject>().Select(Read).OfType<Server>().ToList() is { Count: > 0 } servers
            ? new ServerList(Pointers.Join(pointer, "servers"), servers)
            : null;

    private static Server? Read(JsonObject node)
    {
        if (node.Text("url") is not { } url)
        {
            return null;
        }

        var variables = node.Map("variables") ?? [];
        var filled = Variable().Replace(url, match => variables.Map(match.Groups[1].Value)?.Text("default") ?? match.Value);
        var words = variables
            .Where(entry => entry.Value is JsonObject)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => $"{entry.Key}: {string.Join("|", ((JsonObject)entry.Value!).Texts("enum").Order(StringComparer.Ordinal))}");
        return new Server(filled.TrimEnd('/'), string.Join(", ", words));
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Variable();
}

/// <summary>A server.</summary>
/// <param name="Url">Its address with the defaults of its variables, without a slash at the end.</param>
/// <param name="Variables">The variables and what they may be.</param>
public sealed record Server(string Url, string Variables);

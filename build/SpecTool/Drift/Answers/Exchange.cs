using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Drift.Answers;

/// <summary>A request and what the server answered, as far as the contract has something to say about it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as sent.</param>
/// <param name="Status">The answer's status.</param>
/// <param name="MediaType">The answer's media type without its parameters; empty when there is none.</param>
/// <param name="Body">The answer's body; null when it is empty or no JSON.</param>
/// <param name="HasBody">Whether there was a body.</param>
public sealed record Exchange(string Method, string Path, int Status, string MediaType, JsonNode? Body, bool HasBody)
{
    /// <summary>The service it was recorded with; null = not known.</summary>
    public string? Service { get; init; }

    /// <summary>Whether it may have been recorded with a service.</summary>
    /// <param name="api">The API's short name.</param>
    public bool IsOf(string api) => Service is null || api.StartsWith(Service, StringComparison.Ordinal);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Live;
using Valentina.SpecTool.Drift.Model;

namespace Valentina.SpecTool.Drift.Answers;

/// <summary>
/// Reads whatever can be read of a running service: every GET whose ids are known, ids being learned from the lists that
/// were read before. Nothing is written.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="contract">The prepared contract.</param>
/// <param name="actingUserOperations">The operations that are made for a user.</param>
public sealed class Crawler(LiveService service, Contract contract, IReadOnlySet<string> actingUserOperations)
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>How many GET operations could not be read, for want of an id or a required parameter.</summary>
    public int Unread { get; private set; }

    /// <summary>Reads everything.</summary>
    /// <param name="company">The company to begin with; null = the first the key may see.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<Exchange>> ReadAsync(string? company, CancellationToken cancellationToken)
    {
        if (company is not null)
        {
            _ids["company_id"] = company;
        }

        var exchanges = new List<Exchange>();
        var open = contract.Operations
            .Where(operation => operation.Method == "GET"
                && operation.Parameters.All(parameter => !parameter.Required || parameter.In is "path" or "header"))
            .OrderBy(operation => operation.PathParameters.Count)
            .ThenBy(operation => operation.Path, StringComparer.Ordinal)
            .ToList();
        while (open.Find(IsReady) is { } operation)
        {
            open.Remove(operation);
            var path = Fill(operation);
            var user = actingUserOperations.Contains(operation.Id ?? "") ? _ids.GetValueOrDefault("user_id") : null;
            var answer = await service.GetAsync(path, user, cancellationToken).ConfigureAwait(false);
            var body = Json(answer.Body);
            exchanges.Add(new Exchange("GET", path, answer.Status, answer.MediaType, body, answer.Body.Length > 0));
            Learn(operation, body);
        }

        Unread = contract.Operations.Count(operation => operation.Method == "GET") - exchanges.Count;
        return exchanges;
    }

    private static JsonNode? Json(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsReady(Operation operation)
        => operation.PathParameters.All(_ids.ContainsKey)
        && (!actingUserOperations.Contains(operation.Id ?? "") || _ids.ContainsKey("user_id") || operation.PathParameters.Count < 2);

    private string Fill(Operation operation)
    {
        var path = operation.Path;
        foreach (var name in operation.PathParameters)
        {
            path = path.Replace($"{{{name}}}", Uri.EscapeDataString(_ids[name]), StringComparison.Ordinal);
        }

        return path;
    }

    /// <summary>Keeps the id of a list's first item for the path below the list.</summary>
    private void Learn(Operation operation, JsonNode? body)
    {
        var items = body as JsonArray ?? body?["items"] as JsonArray;
        if (items?.FirstOrDefault()?["id"]?.ToString() is not { } id)
        {
            return;
        }

        foreach (var below in contract.Operations.Where(candidate =>
            candidate.Path.StartsWith(operation.Path + "/{", StringComparison.Ordinal)
            && candidate.PathParameters.Count > operation.PathParameters.Count))
        {
            _ids.TryAdd(below.PathParameters[operation.PathParameters.Count], id);
        }
    }
}

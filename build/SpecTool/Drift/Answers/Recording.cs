using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Drift.Answers;

/// <summary>Recorded exchanges: one JSON object a line, with method, path, status, response_headers and response_body.</summary>
public static class Recording
{
    /// <summary>Reads a recording.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ContractException">It cannot be read, or a line is no exchange.</exception>
    public static IReadOnlyList<Exchange> Read(string path)
    {
        try
        {
            return [.. File.ReadLines(path)
                .Select((line, index) => (Line: line, Number: index + 1))
                .Where(entry => !string.IsNullOrWhiteSpace(entry.Line))
                .Select(entry => Parse(entry.Line, path, entry.Number))
                .OfType<Exchange>()];
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new ContractException($"{path} cannot be read: {ex.Message}", ex);
        }
    }

    private static Exchange? Parse(string line, string path, int number)
    {
        JsonObject? entry;
        try
        {
            entry = JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException ex)
        {
            throw new ContractException($"{path}, line {number.ToString(CultureInfo.InvariantCulture)}, is no JSON object.", ex);
        }

        if (entry?.Text("method") is not { } method
            || entry.Text("path") is not { } target
            || CanonicalJson.Number(entry["status"]) is not { } status)
        {
            // A conversation over a socket, for example: nothing the document describes.
            return null;
        }

        var type = entry.Map("response_headers")?.FirstOrDefault(header => header.Key.Equals(
            "content-type", StringComparison.OrdinalIgnoreCase)).Value?.ToString() ?? "";
        var body = entry["response_body"];
        return new Exchange(
            method, target.Split('?')[0], (int)status, Bare(type), body?.DeepClone(), body is not null && body.ToString().Length > 0)
        {
            Service = entry.Text("api"),
        };
    }

    /// <summary>A media type without its parameters.</summary>
    internal static string Bare(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();
}

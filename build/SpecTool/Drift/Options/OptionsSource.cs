using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Apis;
using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Live;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Running;

namespace Valentina.SpecTool.Drift.Options;

/// <summary>Gets the options: from the running server, or from a recorded answer.</summary>
/// <param name="service">Asks the running server.</param>
/// <param name="environment">Names the company and holds the key.</param>
/// <param name="api">The API.</param>
public sealed class OptionsSource(LiveService service, DriftEnvironment environment, ApiEntry api)
{
    /// <summary>Reads a recorded answer.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ContractException">It cannot be read.</exception>
    public static async Task<(JsonObject Answer, string Name)> ReadAsync(string path)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path).ConfigureAwait(false);
            return (Parse(text, path), path);
        }
        catch (IOException ex)
        {
            throw new ContractException($"{path} cannot be read: {ex.Message}", ex);
        }
    }

    /// <summary>Asks the running server.</summary>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="ConfigurationException">The company or the key is not given.</exception>
    /// <exception cref="ContractException">The server does not answer as expected.</exception>
    public async Task<(JsonObject Answer, string Name)> AskAsync(CancellationToken cancellationToken)
    {
        var company = environment.ValueOf(api.Company!)
            ?? throw new ConfigurationException(
                $"Set {api.Company} to a company the key may read; its options are compared.");
        var path = $"/api/v1/companies/{Uri.EscapeDataString(company)}/options";
        var answer = await service.GetAsync(path, null, cancellationToken).ConfigureAwait(false);
        return answer.Status == 200
            ? (Parse(answer.Body, "The options endpoint"), "the options endpoint")
            : throw new ContractException($"The options endpoint answered {answer.Status.ToString(CultureInfo.InvariantCulture)}.");
    }

    private static JsonObject Parse(string text, string name)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new ContractException($"{name} gave no JSON object.");
        }
        catch (JsonException ex)
        {
            throw new ContractException($"{name} gave no valid JSON.", ex);
        }
    }
}

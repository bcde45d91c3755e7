using System.Text;
using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Loading;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Preparing;
using Valentina.SpecTool.Drift.Rules;
using Valentina.SpecTool.Drift.Running;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Drift.Updating;

/// <summary>Takes a new document in place of the pinned one.</summary>
/// <param name="loader">Fetches the document.</param>
/// <param name="settings">What holds for the comparison.</param>
public sealed class Updater(DocumentLoader loader, DriftSettings settings)
{
    /// <summary>Looks at a new document without writing anything.</summary>
    /// <param name="from">Where it is: a file or URL.</param>
    /// <param name="api">The API it describes; null = told by its title.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="ContractException">It cannot be loaded or is no OpenAPI document.</exception>
    /// <exception cref="ConfigurationException">It describes another API.</exception>
    public async Task<UpdatePlan> PlanAsync(string from, string? api, CancellationToken cancellationToken)
    {
        var document = await loader.LoadAsync(DocumentSource.Parse(from), cancellationToken).ConfigureAwait(false);
        var recognised = ContractSide.Recognise(document, settings.Folder);
        if (recognised is null || (api is not null && recognised.Name != api))
        {
            throw new ConfigurationException($"{document.Name} is not the document of {api ?? "one of our APIs"}: its title is '{document.Root.Map("info")?.Text("title")}'.");
        }

        var bare = Structure.Of(document.Root);
        var comparison = await new DriftRunner(loader, settings).CompareAsync(
            recognised.Published, from, recognised.Name, cancellationToken).ConfigureAwait(false);
        var (prepared, problem) = Prepare(bare, recognised);
        return new UpdatePlan
        {
            Api = recognised,
            Text = JsonText.Write(bare),
            IsCurrent = JsonNode.DeepEquals(bare, JsonText.ReadObject(recognised.Published)),
            Comparison = comparison,
            Prepared = prepared,
            Problem = problem,
        };
    }

    /// <summary>Writes the new document, and the prepared one if our corrections still fit.</summary>
    /// <param name="plan">What was planned.</param>
    public static void Write(UpdatePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var utf8 = new UTF8Encoding(false);
        File.WriteAllText(plan.Api.Published, plan.Text, utf8);
        if (plan.Prepared is not null)
        {
            File.WriteAllText(plan.Api.Prepared, plan.Prepared, utf8);
        }
    }

    private static (string? Prepared, string? Problem) Prepare(JsonObject document, ApiFiles api)
    {
        try
        {
            var overlay = OverlayDocument.Parse(JsonText.ReadObject(api.Overlay));
            return (Preparer.Prepare(document, overlay).ToText(), null);
        }
        catch (SpecException ex)
        {
            return (null, ex.Message);
        }
    }
}

/// <summary>What taking a new document would mean.</summary>
public sealed class UpdatePlan
{
    /// <summary>The API it describes.</summary>
    public required ApiFiles Api { get; init; }

    /// <summary>The document as it will be pinned.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it is pinned already.</summary>
    public required bool IsCurrent { get; init; }

    /// <summary>What changes.</summary>
    public required Comparison Comparison { get; init; }

    /// <summary>The prepared document; null if our corrections no longer fit.</summary>
    public string? Prepared { get; init; }

    /// <summary>Why nothing could be prepared.</summary>
    public string? Problem { get; init; }

    /// <summary>The facade methods whose code or documentation wants a look.</summary>
    public IReadOnlyList<string> Methods => [.. Comparison.Findings
        .Where(finding => finding.Rule.Sdk >= Verdict.Warning)
        .SelectMany(finding => finding.Methods)
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    /// <summary>The corrections that want a look.</summary>
    public IReadOnlyList<string> OverlayActions => [.. Comparison.Findings
        .Where(finding => finding.Pointer.StartsWith("/actions/", StringComparison.Ordinal))
        .Select(finding => $"{finding.Pointer}: {finding.Old}: {finding.New}")];
}

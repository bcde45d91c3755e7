using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Loading;
using Valentina.SpecTool.Drift.Preparing;
using Valentina.SpecTool.Prepare;
using Finding = Valentina.SpecTool.Drift.Findings.Finding;

namespace Valentina.SpecTool.Drift.Running;

/// <summary>Compares documents: loads both sides, merges our corrections in, compares, and sorts out what is accepted.</summary>
/// <param name="loader">Fetches the documents.</param>
/// <param name="settings">What holds for every comparison of the run.</param>
public sealed class DriftRunner(DocumentLoader loader, DriftSettings settings)
{
    /// <summary>Compares two documents.</summary>
    /// <param name="base">The contract the SDK was made from; null = the pinned document of the API that <paramref name="head"/>
    /// describes.</param>
    /// <param name="head">The contract as it stands.</param>
    /// <param name="api">The API both describe; null = told by the document's title.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <exception cref="Model.ContractException">A document cannot be loaded or is no OpenAPI document.</exception>
    /// <exception cref="ConfigurationException">There is nothing to compare with.</exception>
    public async Task<Comparison> CompareAsync(string? @base, string head, string? api, CancellationToken cancellationToken = default)
    {
        var now = await loader.LoadAsync(DocumentSource.Parse(head), cancellationToken).ConfigureAwait(false);
        var files = api is null ? ContractSide.Recognise(now, settings.Folder) : new ApiFiles(api, settings.Folder);
        if (@base is null && files is null)
        {
            throw new ConfigurationException($"{now.Name} describes neither of our APIs; say with --base what to compare it with.");
        }

        var old = await loader.LoadAsync(DocumentSource.Parse(@base ?? files!.Published), cancellationToken).ConfigureAwait(false);
        var overlay = settings.UseOverlay ? files : null;
        return Compare(ContractSide.Of(old, overlay), ContractSide.Of(now, overlay), files?.Name);
    }

    /// <summary>
    /// Compares the prepared document with the one of the last release: a break demands a new major version of the package.
    /// </summary>
    /// <param name="files">The API.</param>
    /// <param name="release">The last release.</param>
    /// <param name="version">The version the package has now.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public async Task<Comparison> CompareWithReleaseAsync(
        ApiFiles files, Release release, string version, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(release);
        var old = await loader.LoadAsync(DocumentSource.Parse(release.DocumentOf(files.Name)), cancellationToken).ConfigureAwait(false);
        var now = await loader.LoadAsync(DocumentSource.Parse(files.Prepared), cancellationToken).ConfigureAwait(false);
        var comparison = Compare(ContractSide.Of(old, null), ContractSide.Of(now, null), files.Name);
        return release.Judge(comparison, version);
    }

    private Comparison Compare(ContractSide old, ContractSide now, string? api)
    {
        var findings = ContractComparer.Compare(old.Contract, now.Contract, new CompareOptions
        {
            Today = settings.Today,
            Texts = settings.Texts,
            Map = api is null ? SdkMap.RawOnly : settings.Maps(api),
        });
        List<Finding> all = [.. findings, .. OverlayFindings.Compare(old.Report, now.Report)];
        var acceptance = Acceptance.Apply(all, settings.Accepted, api ?? now.Contract.Title, settings.Today);
        return new Comparison
        {
            Title = now.Contract.Title,
            Between = $"{old.Name} → {now.Name}",
            OldVersion = old.Contract.Version,
            NewVersion = now.Contract.Version,
            Findings = FindingOrder.Sort(acceptance.Open),
            Accepted = acceptance.Accepted,
        };
    }
}

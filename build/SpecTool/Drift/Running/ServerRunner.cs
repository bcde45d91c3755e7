using System.Text.Json.Nodes;
using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Answers;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Live;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Options;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;
using Finding = Valentina.SpecTool.Drift.Findings.Finding;

namespace Valentina.SpecTool.Drift.Running;

/// <summary>Holds what servers really say against the prepared documents.</summary>
/// <param name="http">Sends the requests.</param>
/// <param name="settings">What holds for every comparison of the run.</param>
/// <param name="environment">Holds the keys.</param>
/// <param name="addresses">Where the services run.</param>
public sealed class ServerRunner(HttpClient http, DriftSettings settings, DriftEnvironment environment, LiveAddresses addresses)
{
    /// <summary>Compares the enums of the SDK with the values the server offers.</summary>
    /// <param name="api">The API.</param>
    /// <param name="recorded">A recorded answer; null = the running server is asked.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public async Task<Comparison> CompareOptionsAsync(ApiFiles api, string? recorded, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(api);
        var contract = ContractReader.Read(JsonText.ReadObject(api.Prepared));
        var (answer, name) = recorded is not null
            ? await OptionsSource.ReadAsync(recorded).ConfigureAwait(false)
            : await new OptionsSource(Service(api), environment, api.Entry).AskAsync(cancellationToken).ConfigureAwait(false);
        return Result(
            api, contract, $"the enums of the SDK → {name}",
            OptionsComparer.Compare(contract, answer, settings.Maps(api.Name), settings.Texts));
    }

    /// <summary>Compares answers with the prepared documents.</summary>
    /// <param name="apis">The APIs.</param>
    /// <param name="recordings">Files of recorded exchanges; none = the running services are read.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public async Task<IReadOnlyList<Comparison>> CompareAnswersAsync(
        IReadOnlyList<ApiFiles> apis, IReadOnlyList<string> recordings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(apis);
        ArgumentNullException.ThrowIfNull(recordings);
        var recorded = recordings.SelectMany(Recording.Read).ToList();
        if (recordings.Count > 0 && recorded.Count == 0)
        {
            throw new ContractException($"{string.Join(", ", recordings)}: no recorded exchange was found.");
        }

        var comparisons = new List<Comparison>();
        foreach (var api in apis)
        {
            var root = JsonText.ReadObject(api.Prepared);
            var contract = ContractReader.Read(root);
            var answers = new AnswerComparer(root, contract, settings.Maps(api.Name));
            var (exchanges, unread) = recordings.Count > 0
                ? ([.. recorded.Where(exchange => exchange.IsOf(api.Name))], 0)
                : await CrawlAsync(api, root, contract, cancellationToken).ConfigureAwait(false);
            foreach (var exchange in exchanges)
            {
                answers.Add(exchange);
            }

            comparisons.Add(Result(api, contract, Between(answers, unread), answers.Findings));
        }

        return comparisons;
    }

    private LiveService Service(ApiFiles api) => new(http, environment, api.Entry, addresses.BaseOf(api.Entry));

    /// <summary>What was compared, and honestly what was not.</summary>
    private static string Between(AnswerComparer answers, int unread)
    {
        var foreign = answers.Foreign == 0 ? "" : FormattableString.Invariant($", {answers.Foreign} for no operation");
        var open = unread == 0 ? "" : FormattableString.Invariant($", {unread} readable operations not read for want of an id");
        return FormattableString.Invariant($"the contract → {answers.Compared} answers{foreign}{open}");
    }

    private async Task<(IReadOnlyList<Exchange> Exchanges, int Unread)> CrawlAsync(
        ApiFiles api, JsonObject root, Contract contract, CancellationToken cancellationToken)
    {
        var forUser = (root.Map("paths") ?? [])
            .SelectMany(path => (path.Value as JsonObject ?? []).Select(method => method.Value as JsonObject))
            .OfType<JsonObject>()
            .Where(operation => operation.Text("x-on-behalf-of") is "required" or "honoured")
            .Select(operation => operation.Text("operationId") ?? "")
            .ToHashSet(StringComparer.Ordinal);
        var company = api.Entry.Company is { } variable ? environment.ValueOf(variable) : null;
        var crawler = new Crawler(Service(api), contract, forUser);
        var exchanges = await crawler.ReadAsync(company, cancellationToken).ConfigureAwait(false);
        return (exchanges, crawler.Unread);
    }

    private Comparison Result(ApiFiles api, Contract contract, string between, IReadOnlyList<Finding> findings)
    {
        var acceptance = Acceptance.Apply(findings, settings.Accepted, api.Name, settings.Today);
        return new Comparison
        {
            Title = contract.Title,
            Between = between,
            OldVersion = contract.Version,
            NewVersion = contract.Version,
            Findings = FindingOrder.Sort(acceptance.Open),
            Accepted = acceptance.Accepted,
        };
    }
}

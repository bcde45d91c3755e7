using System.CommandLine;
using System.Globalization;
using Valentina.SpecTool.Apis;
using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Facade;
using Valentina.SpecTool.Drift.Live;
using Valentina.SpecTool.Drift.Loading;
using Valentina.SpecTool.Drift.Running;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Commands;

/// <summary>The things <c>spectool drift</c> can compare, one at a time.</summary>
internal sealed class DriftModes(DriftOptions options, ParseResult parsed, DriftEnvironment environment)
{
    public async Task<DriftReport> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Folder();
        var settings = new DriftSettings
        {
            Folder = folder,
            Today = Day(parsed.GetValue(options.Today)) ?? environment.Today,
            Accepted = parsed.GetValue(options.Accept) is { } file ? AcceptanceFile.Read(file) : AcceptanceFile.None,
            UseOverlay = !parsed.GetValue(options.NoOverlay),
            Texts = parsed.GetValue(options.Verbose),
            Maps = api => FacadeScan.Read(folder, api),
        };
        var mode = ChooseMode();
        var apis = WithAddresses(ApiFiles.For(parsed.GetRequiredValue(options.Api), folder));
        return await mode(settings, apis, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The services to ask: those that <c>--api</c> names; without it those somebody gave an address of, and the others are told.
    /// </summary>
    private IReadOnlyList<ApiFiles> WithAddresses(IReadOnlyList<ApiFiles> apis)
    {
        var asksServices = parsed.GetValue(options.Live) || parsed.GetResult(options.Answers) is { Tokens.Count: 0 };
        if (!asksServices || parsed.GetResult(options.Api) is { Implicit: false })
        {
            return apis;
        }

        var reached = apis.Where(api => Addresses().Has(api.Entry)).ToList();
        if (reached.Count == 0)
        {
            throw new ConfigurationException(
                $"Say where a service runs: with {Choice(api => api.AddressOption!)}, or in {Choice(api => api.Address!)}.");
        }

        foreach (var api in apis.Except(reached))
        {
            parsed.InvocationConfiguration.Error.WriteLine($"The service '{api.Name}' was left out: nobody said where it runs.");
        }

        return reached;
    }

    private static string Choice(Func<ApiEntry, string> name) => ApiList.Join([.. LiveAddresses.Known.Select(name)]);

    /// <summary>The contracts of this repository; two documents that are both named can be compared without them, anywhere.</summary>
    private string Folder()
    {
        try
        {
            return parsed.GetValue(options.Folder) ?? ApiFiles.FindFolder(Directory.GetCurrentDirectory());
        }
        catch (DirectoryNotFoundException) when (parsed.GetValue(options.Base) is not null && parsed.GetValue(options.Head) is not null)
        {
            return "";
        }
    }

    private Func<DriftSettings, IReadOnlyList<ApiFiles>, CancellationToken, Task<DriftReport>> ChooseMode()
    {
        var modes = new List<Func<DriftSettings, IReadOnlyList<ApiFiles>, CancellationToken, Task<DriftReport>>>();
        AddIf(parsed.GetValue(options.Head) is not null, CompareAsync);
        AddIf(parsed.GetValue(options.Live), CompareLiveAsync);
        AddIf(parsed.GetValue(options.Release), CompareReleaseAsync);
        AddIf(parsed.GetResult(options.Options) is not null, CompareOptionsAsync);
        AddIf(parsed.GetResult(options.Answers) is not null, CompareAnswersAsync);
        return modes is [var only]
            ? only
            : throw new ConfigurationException(
                "Say what to compare, one thing at a time: --head, --live, --release, --options or --answers.");

        void AddIf(bool asked, Func<DriftSettings, IReadOnlyList<ApiFiles>, CancellationToken, Task<DriftReport>> mode)
        {
            if (asked)
            {
                modes.Add(mode);
            }
        }
    }

    private async Task<DriftReport> CompareAsync(DriftSettings settings, IReadOnlyList<ApiFiles> apis, CancellationToken cancellationToken)
    {
        using var http = DriftEnvironment.DocumentClient(Timeout());
        var only = apis.Count == 1 ? apis[0].Name : null;
        var head = parsed.GetValue(options.Head) is { Length: > 0 } given
            ? given
            : throw new ConfigurationException("--head takes a file or URL.");
        return new DriftReport([await new DriftRunner(new DocumentLoader(http), settings)
            .CompareAsync(parsed.GetValue(options.Base), head, only, cancellationToken).ConfigureAwait(false)]);
    }

    private async Task<DriftReport> CompareLiveAsync(
        DriftSettings settings, IReadOnlyList<ApiFiles> apis, CancellationToken cancellationToken)
    {
        using var http = DriftEnvironment.DocumentClient(Timeout());
        var runner = new DriftRunner(new DocumentLoader(http), settings);
        var documents = apis.Select(api => (Api: api, Url: Addresses().DocumentOf(api))).ToList();
        var comparisons = new List<Comparison>();
        foreach (var (api, url) in documents)
        {
            comparisons.Add(await runner.CompareAsync(api.Published, url, api.Name, cancellationToken).ConfigureAwait(false));
        }

        return new DriftReport(comparisons);
    }

    private async Task<DriftReport> CompareReleaseAsync(
        DriftSettings settings, IReadOnlyList<ApiFiles> apis, CancellationToken cancellationToken)
    {
        using var http = DriftEnvironment.DocumentClient(Timeout());
        var runner = new DriftRunner(new DocumentLoader(http), settings);
        var release = Release.Read(settings.Folder);
        var version = Release.PackageVersion(settings.Folder);
        var comparisons = new List<Comparison>();
        foreach (var api in apis)
        {
            comparisons.Add(await runner.CompareWithReleaseAsync(api, release, version, cancellationToken).ConfigureAwait(false));
        }

        return new DriftReport(comparisons);
    }

    private async Task<DriftReport> CompareOptionsAsync(
        DriftSettings settings, IReadOnlyList<ApiFiles> apis, CancellationToken cancellationToken)
    {
        var api = apis.FirstOrDefault(candidate => candidate.Entry.Company is not null)
            ?? throw new ConfigurationException("Only a service with companies has an options endpoint.");
        using var http = DriftEnvironment.ServiceClient(Timeout());
        var runner = new ServerRunner(http, settings, environment, Addresses());
        return new DriftReport([await runner.CompareOptionsAsync(
            api, parsed.GetValue(options.Options), cancellationToken).ConfigureAwait(false)]);
    }

    private async Task<DriftReport> CompareAnswersAsync(
        DriftSettings settings, IReadOnlyList<ApiFiles> apis, CancellationToken cancellationToken)
    {
        using var http = DriftEnvironment.ServiceClient(Timeout());
        var runner = new ServerRunner(http, settings, environment, Addresses());
        var files = parsed.GetValue(options.Answers) ?? [];
        return new DriftReport(await runner.CompareAnswersAsync(apis, files, cancellationToken).ConfigureAwait(false));
    }

    private LiveAddresses Addresses() => new(environment, options.Addresses
        .Select(option => (Api: option.Key, Address: parsed.GetValue(option.Value)))
        .Where(given => given.Address is not null)
        .ToDictionary(given => given.Api, given => given.Address!));

    private TimeSpan Timeout() => parsed.GetValue(options.Timeout) is > 0 and <= 3600 and var seconds
        ? TimeSpan.FromSeconds(seconds)
        : throw new ConfigurationException("--timeout takes 1 to 3600 seconds.");

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ConfigurationException("--today takes a day such as 2027-01-31.");
}

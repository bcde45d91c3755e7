using System.CommandLine;
using System.Globalization;
using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Live;
using Valentina.SpecTool.Drift.Loading;
using Valentina.SpecTool.Drift.Running;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Commands;

/// <summary>The things <c>spectool drift</c> can compare, one at a time.</summary>
internal static class DriftModes
{
    public static async Task<DriftReport> RunAsync(DriftOptions options, ParseResult parsed, DriftEnvironment environment, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(options.Folder) ?? ApiFiles.FindFolder(Directory.GetCurrentDirectory());
        using var http = environment.CreateClient(Timeout(parsed.GetValue(options.Timeout)));
        var runner = new DriftRunner(new DocumentLoader(http), new DriftSettings
        {
            Folder = folder,
            Today = Day(parsed.GetValue(options.Today)) ?? environment.Today,
            Accepted = parsed.GetValue(options.Accept) is { } file ? AcceptanceFile.Read(file) : AcceptanceFile.None,
            UseOverlay = !parsed.GetValue(options.NoOverlay),
            Texts = parsed.GetValue(options.Verbose),
        });
        var apis = ApiFiles.For(parsed.GetRequiredValue(options.Api), folder);
        var head = parsed.GetValue(options.Head);
        var modes = (head is null ? 0 : 1) + (parsed.GetValue(options.Live) ? 1 : 0) + (parsed.GetValue(options.Release) ? 1 : 0);
        if (modes != 1)
        {
            throw new ConfigurationException("Say what to compare, one thing at a time: --head, --live or --release.");
        }

        if (parsed.GetValue(options.Release))
        {
            return await CompareReleaseAsync(runner, apis, folder, cancellationToken).ConfigureAwait(false);
        }

        if (parsed.GetValue(options.Live))
        {
            var addresses = new LiveAddresses(environment, parsed.GetValue(options.ValentinaUrl), parsed.GetValue(options.ClaudeUrl));
            return await CompareLiveAsync(runner, apis, addresses, cancellationToken).ConfigureAwait(false);
        }

        var only = apis.Count == 1 ? apis[0].Name : null;
        return new DriftReport([await runner.CompareAsync(parsed.GetValue(options.Base), head!, only, cancellationToken).ConfigureAwait(false)]);
    }

    private static async Task<DriftReport> CompareReleaseAsync(DriftRunner runner, IReadOnlyList<ApiFiles> apis, string folder, CancellationToken cancellationToken)
    {
        var release = Release.Read(folder);
        var version = Release.PackageVersion(folder);
        var comparisons = new List<Comparison>();
        foreach (var api in apis)
        {
            comparisons.Add(await runner.CompareWithReleaseAsync(api, release, version, cancellationToken).ConfigureAwait(false));
        }

        return new DriftReport(comparisons);
    }

    private static async Task<DriftReport> CompareLiveAsync(DriftRunner runner, IReadOnlyList<ApiFiles> apis, LiveAddresses addresses, CancellationToken cancellationToken)
    {
        var comparisons = new List<Comparison>();
        foreach (var api in apis)
        {
            var document = addresses.DocumentOf(api);
            comparisons.Add(await runner.CompareAsync(api.Published, document, api.Name, cancellationToken).ConfigureAwait(false));
        }

        return new DriftReport(comparisons);
    }

    private static TimeSpan Timeout(int seconds) => seconds is > 0 and <= 3600
        ? TimeSpan.FromSeconds(seconds)
        : throw new ConfigurationException("--timeout takes 1 to 3600 seconds.");

    private static DateOnly? Day(string? text) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new ConfigurationException("--today takes a day such as 2027-01-31.");
}

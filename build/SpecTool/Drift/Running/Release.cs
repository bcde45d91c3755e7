using System.Text.RegularExpressions;
using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Comparing;
using Valentina.SpecTool.Drift.Findings;
using Valentina.SpecTool.Drift.Model;
using Valentina.SpecTool.Drift.Rules;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Drift.Running;

/// <summary>The contracts the last released package was made from.</summary>
/// <param name="Folder">The folder they lie in, <c>openapi/released</c>.</param>
/// <param name="Version">The version of that package.</param>
public sealed partial record Release(string Folder, string Version)
{
    /// <summary>Reads the last release.</summary>
    /// <param name="folder">The folder of the contracts.</param>
    /// <exception cref="ConfigurationException">There is none.</exception>
    public static Release Read(string folder)
    {
        var place = Path.Combine(folder, "released");
        var file = Path.Combine(place, "release.json");
        if (!File.Exists(file))
        {
            throw new ConfigurationException("openapi/released/release.json is missing; it names the version of the last release.");
        }

        return JsonText.ReadObject(file).Text("version") is { Length: > 0 } version
            ? new Release(place, version)
            : throw new ConfigurationException("openapi/released/release.json needs the member 'version'.");
    }

    /// <summary>The version the packages of this repository have now.</summary>
    /// <param name="folder">The folder of the contracts, which lies in the repository's root.</param>
    /// <exception cref="ConfigurationException">Directory.Build.props does not say.</exception>
    public static string PackageVersion(string folder)
    {
        var file = Path.Combine(folder, "..", "Directory.Build.props");
        var match = File.Exists(file) ? VersionElement().Match(File.ReadAllText(file)) : Match.Empty;
        return match.Success
            ? match.Groups[1].Value
            : throw new ConfigurationException("Directory.Build.props does not name a version.");
    }

    /// <summary>The prepared document of an API as it was released.</summary>
    /// <param name="api">The API's short name.</param>
    public string DocumentOf(string api) => Path.Combine(Folder, $"{api}.json");

    /// <summary>Demands a new major version of the package if user code breaks.</summary>
    /// <param name="comparison">What differs from the release.</param>
    /// <param name="version">The version the package has now.</param>
    public Comparison Judge(Comparison comparison, string version)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        if (comparison.Count(Verdict.Breaking) == 0)
        {
            return comparison;
        }

        var announced = ApiVersion.Major(version) > ApiVersion.Major(Version);
        List<Finding> demand = announced ? [] : [new Finding
        {
            Rule = ChangeRules.ById("package-major-version-not-bumped"),
            Pointer = "/version",
            Key = "/version",
            Old = Version,
            New = version,
            Subject = "the package",
            Operations = [],
            Methods = [],
        }];
        return new Comparison
        {
            Title = comparison.Title,
            Between = comparison.Between,
            OldVersion = comparison.OldVersion,
            NewVersion = comparison.NewVersion,
            Findings = [.. demand, .. comparison.Findings],
            Accepted = comparison.Accepted,
            Announced = announced ? $"announced by the package's new major version {version} (released: {Version})" : null,
        };
    }

    [GeneratedRegex("<Version>([^<$]+)</Version>")]
    private static partial Regex VersionElement();
}

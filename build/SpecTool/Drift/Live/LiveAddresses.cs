using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Running;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Drift.Live;

/// <summary>Where the two services run.</summary>
/// <param name="environment">Tells what the command line does not.</param>
/// <param name="valentina">The address of Valentina Noir from the command line.</param>
/// <param name="claude">The address of the Claude Code API from the command line.</param>
public sealed class LiveAddresses(DriftEnvironment environment, string? valentina, string? claude)
{
    /// <summary>The address of a service, without a slash at its end.</summary>
    /// <param name="api">The API's short name.</param>
    /// <exception cref="ConfigurationException">Nobody said where it runs.</exception>
    public string BaseOf(string api)
    {
        var (given, variable, option) = api == "valentina"
            ? (valentina, DriftEnvironment.ValentinaUrl, "--valentina-url")
            : (claude, DriftEnvironment.ClaudeUrl, "--claude-url");
        var address = given ?? environment.ValueOf(variable)
            ?? throw new ConfigurationException($"Say where the service '{api}' runs: with {option} or the environment variable {variable}; or leave it out with --api.");
        return Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? address.TrimEnd('/')
            : throw new ConfigurationException($"The address of the service '{api}' must begin with http:// or https://.");
    }

    /// <summary>The address of the document a service serves about itself.</summary>
    /// <param name="api">The API.</param>
    public string DocumentOf(ApiFiles api)
    {
        ArgumentNullException.ThrowIfNull(api);
        return BaseOf(api.Name) + (api.Name == "valentina" ? "/docs/openapi.json" : "/openapi.json");
    }
}

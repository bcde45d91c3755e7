using Valentina.SpecTool.Apis;
using Valentina.SpecTool.Drift.Accepting;
using Valentina.SpecTool.Drift.Running;
using Valentina.SpecTool.Prepare;

namespace Valentina.SpecTool.Drift.Live;

/// <summary>Where the services run.</summary>
/// <param name="environment">Tells what the command line does not.</param>
/// <param name="given">The addresses from the command line, by the short name of the API.</param>
public sealed class LiveAddresses(DriftEnvironment environment, IReadOnlyDictionary<string, string> given)
{
    /// <summary>The APIs that can be asked about their document.</summary>
    public static IReadOnlyList<ApiEntry> Known { get; } =
        [.. ApiList.All.Where(api => api is { AddressOption: not null, Address: not null })];

    /// <summary>Whether somebody said where a service runs.</summary>
    /// <param name="api">The API.</param>
    public bool Has(ApiEntry api) => Find(api) is not null;

    /// <summary>The address of a service, without a slash at its end.</summary>
    /// <param name="api">The API.</param>
    /// <exception cref="ConfigurationException">Nobody said where it runs.</exception>
    public string BaseOf(ApiEntry api)
    {
        ArgumentNullException.ThrowIfNull(api);
        if (!Known.Contains(api))
        {
            throw new ConfigurationException(
                $"The list of APIs does not say how the service '{api.Name}' is asked; leave it out with --api.");
        }

        var address = Find(api)
            ?? throw new ConfigurationException($"Say where the service '{api.Name}' runs: with {api.AddressOption} or the environment variable {api.Address}; or leave it out with --api.");
        return Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? address.TrimEnd('/')
            : throw new ConfigurationException($"The address of the service '{api.Name}' must begin with http:// or https://.");
    }

    /// <summary>The address of the document a service serves about itself.</summary>
    /// <param name="api">The API.</param>
    public string DocumentOf(ApiFiles api)
    {
        ArgumentNullException.ThrowIfNull(api);
        return BaseOf(api.Entry) + api.Entry.Live;
    }

    private string? Find(ApiEntry api)
        => given.GetValueOrDefault(api.Name) ?? (api.Address is { } variable ? environment.ValueOf(variable) : null);
}

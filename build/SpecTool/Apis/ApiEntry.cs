namespace Valentina.SpecTool.Apis;

/// <summary>One API of the list in <c>openapi/apis.props</c>, where every member is explained.</summary>
public sealed record ApiEntry
{
    /// <summary>The short name.</summary>
    public required string Name { get; init; }

    /// <summary>What reports of coverage call it.</summary>
    public required string Title { get; init; }

    /// <summary>The file of the document as it was published, in the folder of the contracts.</summary>
    public required string Document { get; init; }

    /// <summary>The file of our corrections.</summary>
    public required string Overlay { get; init; }

    /// <summary>The file of our own texts; it may be missing.</summary>
    public required string Texts { get; init; }

    /// <summary>What its folder in <c>src/Generated</c> and the classes over the whole API begin with.</summary>
    public required string Profile { get; init; }

    /// <summary>The namespace over its models and raw clients.</summary>
    public required string Namespace { get; init; }

    /// <summary>The class written by hand over the raw clients.</summary>
    public string? Client { get; init; }

    /// <summary>The folder in <c>src/Facade</c> that calls the raw clients.</summary>
    public string? Facade { get; init; }

    /// <summary>Whether the testing package has routes and models for it.</summary>
    public bool HasFake { get; init; }

    /// <summary>Where a running service serves its document: a path that begins with a slash.</summary>
    public string? Live { get; init; }

    /// <summary>The environment variable that says where the service runs.</summary>
    public string? Address { get; init; }

    /// <summary>The option that says where the service runs.</summary>
    public string? AddressOption { get; init; }

    /// <summary>The environment variable with a key of the service.</summary>
    public string? Key { get; init; }

    /// <summary>The header that carries the key.</summary>
    public string? KeyHeader { get; init; }

    /// <summary>The word before the key in its header.</summary>
    public string? KeyScheme { get; init; }

    /// <summary>
    /// The environment variable with the company whose options are read; null for a service that has no options endpoint.
    /// </summary>
    public string? Company { get; init; }

    /// <summary>
    /// What the classes of the testing package begin with: nothing for the API that the namespace of the SDK itself belongs to.
    /// </summary>
    public string FakePrefix => Namespace == ApiList.RootNamespace ? "" : Profile;
}

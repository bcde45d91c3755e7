namespace Valentina.Testing.Contract;

/// <summary>The prepared documents within this assembly.</summary>
internal static class EmbeddedContract
{
    /// <summary>Loads a document by the name of its API.</summary>
    public static ContractDocument Load(string api)
    {
        using var stream = typeof(EmbeddedContract).Assembly.GetManifestResourceStream($"openapi/{api}.json")
            ?? throw new InvalidOperationException($"The contract of '{api}' is not part of this assembly.");
        return ContractDocument.Load(stream);
    }
}

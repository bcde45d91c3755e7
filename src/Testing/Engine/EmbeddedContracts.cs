using Valentina.Testing.Contract;

namespace Valentina.Testing;

/// <summary>The prepared documents within this assembly, read once.</summary>
internal static class EmbeddedContracts
{
    public static Lazy<ContractDocument> Valentina { get; } = new(() => Load("valentina"));

    public static Lazy<ContractDocument> ClaudeCode { get; } = new(() => Load("claude-code"));

    private static ContractDocument Load(string api)
    {
        using var stream = typeof(EmbeddedContracts).Assembly.GetManifestResourceStream($"openapi/{api}.json")
            ?? throw new InvalidOperationException($"The contract of '{api}' is not part of this assembly.");
        return ContractDocument.Load(stream);
    }
}

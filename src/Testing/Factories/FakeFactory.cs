namespace Valentina.Testing;

public sealed partial class FakeFactory
{
    private readonly FakeModels _models;

    /// <summary>Creates a factory.</summary>
    /// <param name="seed">The same seed gives the same values.</param>
    public FakeFactory(int seed) => _models = new FakeModels(EmbeddedContracts.Valentina, seed);
}

public sealed partial class ClaudeCodeFakeFactory
{
    private readonly FakeModels _models;

    /// <summary>Creates a factory.</summary>
    /// <param name="seed">The same seed gives the same values.</param>
    public ClaudeCodeFakeFactory(int seed) => _models = new FakeModels(EmbeddedContracts.ClaudeCode, seed);
}

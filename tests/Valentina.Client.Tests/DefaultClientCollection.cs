namespace Valentina.Client.Tests;

/// <summary>Tests of the process's one default client run one after the other.</summary>
[CollectionDefinition(nameof(DefaultClientCollection), DisableParallelization = true)]
public sealed class DefaultClientCollection;

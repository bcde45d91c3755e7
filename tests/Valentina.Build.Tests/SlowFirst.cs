using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Valentina.Build.Tests.SlowFirst", "Valentina.Build.Tests")]

namespace Valentina.Build.Tests;

/// <summary>Begins with the tests that build, so that the many short ones run beside them and no long one is left to the end.</summary>
public sealed class SlowFirst : ITestCollectionOrderer
{
    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
        => testCollections
            .OrderByDescending(collection => collection.DisplayName.Contains(".Generation.", StringComparison.Ordinal))
            .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}

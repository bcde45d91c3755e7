using System.Globalization;
using Xunit.Abstractions;

namespace Valentina.Tests.Shared;

/// <summary>Where the chances of a random test begin.</summary>
public static class TestSeed
{
    private const string Variable = "TEST_SEED";

    /// <summary>The seed that the environment gives, else a new one; printed, so that a failure can be repeated.</summary>
    public static int Take(ITestOutputHelper output)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next();
        output.WriteLine($"seed {seed} (set {Variable} to repeat it)");
        return seed;
    }
}

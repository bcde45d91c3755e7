using System.Globalization;
using Xunit.Abstractions;

namespace Valentina.Tests.Shared;

/// <summary>
/// Where the chances of a random test begin. The same on every run, so that a build says the same thing twice; whoever looks for what
/// nobody thought of sets <c>TEST_SEED</c> to a number, or to "random".
/// </summary>
public static class TestSeed
{
    /// <summary>The seed unless the environment gives another.</summary>
    public const int Default = 20_260_101;

    private const string Variable = "TEST_SEED";

    /// <summary>The seed of this run; printed, so that a failure can be repeated.</summary>
    public static int Take(ITestOutputHelper output)
    {
        var asked = Environment.GetEnvironmentVariable(Variable);
        var seed = asked == "random"
            ? Random.Shared.Next()
            : int.TryParse(asked, CultureInfo.InvariantCulture, out var given)
            ? given
            : Default;
        output.WriteLine($"seed {seed} (set {Variable} to this number to repeat it, or to \"random\" for another)");
        return seed;
    }
}

using System.Globalization;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>The seed of the random tests: fixed, unless DRIFT_SEED asks for another.</summary>
internal static class Seed
{
    public static int Value { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("DRIFT_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261122;
}

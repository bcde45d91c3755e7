using System.Globalization;

namespace Valentina.SpecTool.Drift.Comparing;

/// <summary>Semantic versions, as far as they promise something.</summary>
internal static class ApiVersion
{
    /// <summary>Whether the step from one version to the other announces a break: a new major, below 1.0 a new minor number.</summary>
    public static bool PromisesABreak(string old, string now)
    {
        var (before, after) = (Numbers(old), Numbers(now));
        return after.Major != before.Major
            ? after.Major > before.Major
            : before.Major == 0 && after.Minor > before.Minor;
    }

    /// <summary>The major number.</summary>
    public static int Major(string version) => Numbers(version).Major;

    private static (int Major, int Minor) Numbers(string version)
    {
        var parts = version.TrimStart('v', 'V').Split('.', '-', '+');
        return (Number(parts.ElementAtOrDefault(0)), Number(parts.ElementAtOrDefault(1)));

        static int Number(string? text)
            => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}

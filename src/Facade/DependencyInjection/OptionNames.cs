using System.Reflection;

namespace Valentina.DependencyInjection;

/// <summary>Finds the option that somebody meant by a name that is none.</summary>
internal static class OptionNames
{
    private static readonly string[] Units = ["Seconds", "Secs", "Milliseconds", "Ms", "Minutes"];

    /// <summary>The option's name: one that differs in a few letters, or a time with its unit; null where nothing is near.</summary>
    public static string? Meant(string name, IEnumerable<PropertyInfo> options)
        => options.FirstOrDefault(option => IsNear(name, option.Name) || (IsTime(option) && IsWithUnit(name, option.Name)))?.Name;

    public static bool IsTime(PropertyInfo option) => option.PropertyType == typeof(TimeSpan) || option.PropertyType == typeof(TimeSpan?);

    /// <summary>Two letters in a short name, three in a long one, such as <c>MaxRetry</c> for <c>MaxRetries</c>.</summary>
    private static bool IsNear(string name, string option)
        => EditDistance(name.ToUpperInvariant(), option.ToUpperInvariant()) <= (Math.Min(name.Length, option.Length) < 8 ? 2 : 3);

    private static bool IsWithUnit(string name, string option)
        => Units.Any(unit => name.Equals(option + unit, StringComparison.OrdinalIgnoreCase));

    /// <summary>How many letters must be put in, left out or exchanged to make one of the other (Levenshtein).</summary>
    private static int EditDistance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var exchanged = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(exchanged, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Valentina.DependencyInjection;

/// <summary>Finds what the binder takes, or leaves out, without a word and hardly anybody means.</summary>
internal static class ConfigurationChecks
{
    private const int FewLetters = 2;

    /// <summary>Looks at the section that the options are bound from; what is wrong with it counts as wrong with the options.</summary>
    public static OptionsBuilder<TOptions> Check<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        this OptionsBuilder<TOptions> options, IConfiguration configuration)
        where TOptions : ClientOptions
        => options.Configure(bound =>
        {
            var members = typeof(TOptions).GetProperties();
            var section = configuration as IConfigurationSection;
            bound.MissingSection = section is not null && !section.Exists() ? section.Path : null;
            bound.ConfigurationProblems = [.. members.Where(IsTime).Select(member => BareNumber(member.Name, configuration[member.Name]))
                .Concat(section is null ? [] : section.GetChildren().Select(child => Mistyped(child.Key, members)))
                .OfType<string>()];
        });

    private static bool IsTime(PropertyInfo member) => member.PropertyType == typeof(TimeSpan) || member.PropertyType == typeof(TimeSpan?);

    /// <summary>.NET reads a bare number as days, where whoever writes one means seconds.</summary>
    private static string? BareNumber(string name, string? text)
        => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number != 0
            ? $"{name} is {text} in the configuration, which .NET reads as days: write 00:00:30 for thirty seconds, 1.00:00:00 for a day."
            : null;

    /// <summary>
    /// A name that differs from an option's in a letter or two. Other names are not ours to judge: the section may be shared, and a
    /// configuration as a whole, which is no section, holds all variables of the process.
    /// </summary>
    private static string? Mistyped(string key, PropertyInfo[] members)
        => members.Any(member => member.Name.Equals(key, StringComparison.OrdinalIgnoreCase))
            ? null
            : members.Where(member => EditDistance(key.ToUpperInvariant(), member.Name.ToUpperInvariant()) <= FewLetters)
                .Select(member => $"The configuration has '{key}', which is no option; did you mean {member.Name}?")
                .FirstOrDefault();

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

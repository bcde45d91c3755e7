using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Valentina.Connection;

namespace Valentina.DependencyInjection;

/// <summary>Finds what the binder takes, or leaves out, without a word and hardly anybody means.</summary>
internal static class ConfigurationChecks
{
    /// <summary>
    /// Looks at the section that the options are to be bound from. What is wrong with it counts as wrong with the options; what the binder
    /// cannot read is told here, before it fails in words of its own.
    /// </summary>
    public static OptionsBuilder<TOptions> Check<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        this OptionsBuilder<TOptions> options, IConfiguration configuration)
        where TOptions : ClientOptions
        => options.Configure(bound =>
        {
            var members = typeof(TOptions).GetProperties();
            bound.Configuration = Look(configuration, typeof(TOptions), members);
            if (members.Any(member => Unreadable(member, configuration.GetSection(member.Name)).Any()))
            {
                var client = ClientOptionsValidator<TOptions>.Client(options.Name);
                throw new OptionsValidationException(
                    options.Name, typeof(TOptions), bound.Configuration.Problems.Select(problem => $"{client}: {problem}"));
            }
        });

    private static BoundConfiguration Look(IConfiguration configuration, Type options, PropertyInfo[] members)
    {
        var elsewhere = NestedOptions.Hint(configuration, options, members);
        var problems = members.SelectMany(member => Misread(member, configuration.GetSection(member.Name)));

        // A configuration as a whole holds all variables of the process: its other names are not ours to judge.
        if (configuration is not IConfigurationSection section)
        {
            return new(null, false, [.. problems], [], elsewhere);
        }

        var unknown = section.GetChildren().Select(child => child.Key)
            .Where(key => !members.Any(member => member.Name.Equals(key, StringComparison.OrdinalIgnoreCase)))
            .Select(key => (Key: key, Meant: OptionNames.Meant(key, members)))
            .ToLookup(name => name.Meant is not null);
        problems = problems
            .Concat(section.Value is { Length: > 0 } ? [$"'{section.Path}' is a text in the configuration; options go below it."] : [])
            .Concat(unknown[true].Select(
                name => $"The configuration has '{name.Key}', which is no option; did you mean {name.Meant}?"));
        return new(section.Path, !section.Exists(), [.. problems], [.. unknown[false].Select(name => name.Key)], elsewhere);
    }

    private static IEnumerable<string> Misread(PropertyInfo member, IConfigurationSection found)
    {
        if (!found.Exists())
        {
            return [];
        }

        return Unreadable(member, found).Concat(
            member.PropertyType == typeof(RateLimitGate) ? []
            : ManyValues.Takes(member) ? MisreadValues(member, found)
            : MisreadValue(member, found));
    }

    private static IEnumerable<string> MisreadValues(PropertyInfo member, IConfigurationSection found)
        => ManyValues.Misread(member, found) is { } whole ? [whole]
            : found.GetChildren().Where(HasParts).Select(child => Several($"{member.Name}:{child.Key}"));

    private static IEnumerable<string> MisreadValue(PropertyInfo member, IConfigurationSection found)
    {
        if (HasParts(found))
        {
            return [Several(member.Name)];
        }

        // .NET reads a bare number as days, where whoever writes one means seconds.
        return OptionNames.IsTime(member)
            && double.TryParse(found.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number != 0
                ? [$"{member.Name} is {found.Value} in the configuration, which .NET reads as days: write 00:00:30 for thirty seconds, "
                    + "1.00:00:00 for a day."]
                : [];
    }

    /// <summary>What the binder cannot read: what only code can make, a value, or those of a list.</summary>
    private static IEnumerable<string> Unreadable(PropertyInfo member, IConfigurationSection found)
    {
        if (member.PropertyType == typeof(RateLimitGate))
        {
            return found.Exists() ? [$"{member.Name} cannot come from the configuration: set it in code."] : [];
        }

        return member.PropertyType.GetElementType() is { } element
            ? found.GetChildren().SelectMany(child => Unreadable($"{member.Name}:{child.Key}", element, child.Value))
            : Unreadable(member.Name, member.PropertyType, found.Value);
    }

    private static IEnumerable<string> Unreadable(string name, Type type, string? value)
        => value is { Length: > 0 } text && OptionTexts.Wanted(type, text) is { } wanted
            ? [$"{name} in the configuration must be {wanted}{OptionErrors.Shown(text)}."]
            : [];

    private static bool HasParts(IConfigurationSection found) => found.GetChildren().Any();

    private static string Several(string name) => $"{name} is a list or a section in the configuration, where one value belongs.";
}

using System.Collections;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Valentina.DependencyInjection;

/// <summary>
/// Tells apart what options of several values take: a list, or names and values. The binder does not: it makes a header named 0 of the
/// first place of a list, and forgets the names where a list belongs.
/// </summary>
internal static class ManyValues
{
    public static bool Takes(PropertyInfo member)
        => typeof(IEnumerable).IsAssignableFrom(member.PropertyType) && member.PropertyType != typeof(string);

    /// <summary>What is wrong with the values as a whole, and what to write instead; null where nothing is.</summary>
    public static string? Misread(PropertyInfo member, IConfigurationSection found)
    {
        var takesNames = typeof(IDictionary<string, string>).IsAssignableFrom(member.PropertyType);
        var written = found.Value is { Length: > 0 } ? "is one text"
            : !found.GetChildren().Any(child => IsPlace(child.Key) == takesNames) ? null
            : takesNames ? "is a list"
            : "has names";
        return written is null ? null
            : $"{member.Name} {written} in the configuration, where {(takesNames ? "names and values belong" : "a list belongs")}: "
                + $"\"{member.Name}\": {(takesNames ? "{ \"name\": \"value\" }" : "[ value, … ]")}.";
    }

    /// <summary>The places of a list are its names in a configuration: 0, 1, 2.</summary>
    private static bool IsPlace(string key) => key.All(char.IsAsciiDigit);
}

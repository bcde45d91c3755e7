using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Valentina.DependencyInjection;

/// <summary>Finds the section that was meant where the configuration above it was given. Only names are looked at, no values.</summary>
internal static class NestedOptions
{
    private static readonly string[] Telling = [nameof(ClientOptions.BaseUrl), nameof(ClientOptions.ApiKey)];

    /// <summary>
    /// A sentence that names the section, or those that it may be; null where there is none, or the options are in their place.
    /// </summary>
    public static string? Hint(IConfiguration configuration, Type options, PropertyInfo[] members)
    {
        var names = members.Select(member => member.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var sections = configuration.GetChildren().ToList();
        if (sections.Any(section => names.Contains(section.Key)))
        {
            return null;
        }

        // The section's usual name is enough to know it by. Under any other, a timeout or headers may be anybody's.
        var usual = options.Name.Replace("Options", "", StringComparison.Ordinal);
        var found = sections.Where(section => section.Key.Equals(usual, StringComparison.OrdinalIgnoreCase) && HasAny(section, names))
            .ToList();
        if (found.Count == 0)
        {
            found = [.. sections.Where(section => HasAny(section, Telling))];
        }

        return found.Count == 0 ? null
            : $"The configuration has {(found.Count == 1 ? "a section" : "sections")} with such settings: pass "
                + $"{string.Join(" or ", found.Select(section => $"GetSection(\"{section.Key}\")"))}.";
    }

    private static bool HasAny(IConfigurationSection section, IEnumerable<string> names)
        => section.GetChildren().Any(child => names.Contains(child.Key, StringComparer.OrdinalIgnoreCase));
}

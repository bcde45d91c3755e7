using System.Reflection;
using Newtonsoft.Json;
using Valentina.Models;

namespace Valentina.Client.Tests.Generated;

/// <summary>The generated types, found in the assembly.</summary>
internal static class Models
{
    public static IReadOnlyList<Type> Public { get; } =
        [.. typeof(Campaign).Assembly.GetExportedTypes().Where(t => t.Namespace is "Valentina.Models" or "Valentina.ClaudeCode.Models")];

    /// <summary>The classes.</summary>
    public static IReadOnlyList<Type> All { get; } =
        [.. Public.Where(t => t is { IsClass: true, IsAbstract: false } && MembersOf(t).Any()).OrderBy(
            t => t.FullName, StringComparer.Ordinal)];

    /// <summary>The open enums.</summary>
    public static IReadOnlyList<Type> OpenEnums { get; } = [.. Public.Where(t => t.IsValueType && typeof(IOpenEnum).IsAssignableFrom(t))];

    /// <summary>What is only received, or received and sent.</summary>
    public static IReadOnlyList<Type> Received { get; } = [.. All.Where(t => t.GetProperty("AdditionalData") is not null)];

    /// <summary>The members that are on the wire.</summary>
    public static IEnumerable<PropertyInfo> MembersOf(Type type)
        => type.GetProperties().Where(p => p.GetCustomAttribute<JsonPropertyAttribute>() is not null);

    public static string WireName(PropertyInfo member) => member.GetCustomAttribute<JsonPropertyAttribute>()!.PropertyName!;

    /// <summary>Whether the compiler was told that the member may be null.</summary>
    public static bool IsNullable(PropertyInfo member)
        => new NullabilityInfoContext().Create(member).ReadState == NullabilityState.Nullable;
}

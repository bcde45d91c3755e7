using System.Reflection;
using System.Text.Json.Serialization;
using Valentina.Json;

namespace Valentina.AspNetCore;

/// <summary>Tells the types of the SDK apart by the converter that System.Text.Json reads and writes them with.</summary>
internal static class ModelTypes
{
    /// <summary>A generated model, or one of the few written by hand.</summary>
    public static bool IsModel(Type type) => Converter(type) is { IsGenericType: true } converter
        && converter.GetGenericTypeDefinition() == typeof(ModelConverter<>);

    /// <summary>A page, of whatever.</summary>
    public static bool IsPage(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Page<>);

    /// <summary>A text with known values.</summary>
    public static bool IsOpenEnum(Type type) => type.IsValueType && typeof(IOpenEnum).IsAssignableFrom(type);

    /// <summary>A number with known values.</summary>
    public static bool IsNumberEnum(Type type) => type.IsEnum && type.Assembly == typeof(IOpenEnum).Assembly;

    /// <summary>The items of a list, unless it is none.</summary>
    public static Type? ItemOf(Type type)
        => type == typeof(string) ? null
            : type.IsArray ? type.GetElementType()
            : type.GetInterfaces().Prepend(type)
                .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?
                .GenericTypeArguments[0];

    /// <summary>The values of a map from texts, unless it is none.</summary>
    public static Type? ValueOf(Type type)
        => type.GetInterfaces().Prepend(type)
            .Where(one => one is { IsGenericType: true, GenericTypeArguments: [var item] }
                && one.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                && item.IsGenericType && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            .Select(one => one.GenericTypeArguments[0].GenericTypeArguments)
            .FirstOrDefault(pair => pair[0] == typeof(string))?[1];

    private static Type? Converter(Type type)
        => type.Assembly == typeof(IOpenEnum).Assembly ? type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType : null;
}

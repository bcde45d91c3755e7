using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Newtonsoft.Json;
using Valentina.SpecTool.Coverage.Probing;

namespace Valentina.Client.Tests.Services;

/// <summary>
/// What a method was called with, looked up by the names of the wire. It reads the models itself, without the SDK's serializer.
/// </summary>
internal sealed class Passed
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    public Passed(MethodInfo method, object?[] arguments)
    {
        foreach (var (parameter, value) in method.GetParameters().Zip(arguments))
        {
            if (value is null or CancellationToken)
            {
                continue;
            }

            if (parameter.ParameterType.Name.EndsWith("Filter", StringComparison.Ordinal))
            {
                foreach (var property in parameter.ParameterType.GetProperties())
                {
                    _values[Key(property.Name)] = property.GetValue(value);
                }
            }
            else if (IsModel(parameter.ParameterType) || (value is System.Collections.IEnumerable and not string
                && IsModel(parameter.ParameterType.GetGenericArguments().FirstOrDefault())))
            {
                Model = value;
            }
            else
            {
                _values[Key(parameter.Name!)] = value;
            }
        }
    }

    /// <summary>The body, where one was passed.</summary>
    public object? Model { get; }

    /// <summary>The value for a name of the wire, or null.</summary>
    public object? Value(string wireName) => _values.GetValueOrDefault(Key(wireName));

    /// <summary>The value of a path parameter: passed to the method or to a scope.</summary>
    public string PathValue(string wireName) => Text(Value(wireName) ?? Arguments.Id(Key(wireName)));

    /// <summary>The values of a query parameter; none where it must not be sent.</summary>
    public IReadOnlyList<string> QueryValues(string wireName) => Value(wireName) switch
    {
        null => [],
        System.Collections.IEnumerable list and not string => [.. list.Cast<object>().Select(Text)],
        var value => [Text(value)],
    };

    /// <summary>A value as JSON has it.</summary>
    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        int number => number,
        double number => number,
        bool flag => flag,
        Enum number => Convert.ToInt32(number, CultureInfo.InvariantCulture),
        string text => text,
        Guid or DateOnly or DateTimeOffset or IOpenEnum => Text(value),
        System.Collections.IDictionary map =>
            new JsonObject(map.Keys.Cast<object>().Select(key => KeyValuePair.Create(Text(key), ToJson(map[key])))),
        System.Collections.IEnumerable list => new JsonArray([.. list.Cast<object?>().Select(ToJson)]),
        _ => new JsonObject(
            from property in value.GetType().GetProperties()
            let name = property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName
            where name is not null
            select KeyValuePair.Create(name, ToJson(property.GetValue(value)))),
    };

    private static bool IsModel(Type? type) => type is { IsClass: true, Namespace: "Valentina.Models" };

    private static string Key(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    private static string Text(object value) => value switch
    {
        Guid id => id.ToString("D"),
        bool flag => flag ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}

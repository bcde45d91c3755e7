using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using JsonException = Newtonsoft.Json.JsonException;

namespace Valentina.AI.Tools;

/// <summary>The arguments of a call, by their names in the contract.</summary>
internal sealed class ToolArguments
{
    private readonly JObject _values = [];

    public ToolArguments(AIFunctionArguments arguments)
    {
        foreach (var (name, value) in arguments)
        {
            if (Token(value) is { Type: not JTokenType.Null } token)
            {
                _values[name] = token;
            }
        }
    }

    /// <summary>The page size; the contract's own when left out.</summary>
    public int Limit => Get<int?>("limit") ?? 10;

    public int Offset => Get<int?>("offset") ?? 0;

    /// <summary>An id that must be there.</summary>
    /// <exception cref="ArgumentException">It is not, or is none.</exception>
    public Guid Id(string name) => Get<Guid?>(name) ?? throw new ArgumentException($"{name} is missing.", name);

    /// <summary>A value, or null.</summary>
    /// <exception cref="ArgumentException">It is of another kind.</exception>
    public T? Get<T>(string name) => _values[name] is { } token ? Read<T>(token, name) : default;

    /// <summary>A list; empty when left out.</summary>
    public IReadOnlyList<T> List<T>(string name) => Get<T[]>(name) ?? [];

    /// <summary>All arguments as the body of a request.</summary>
    public T Body<T>() => Read<T>(_values, "arguments")!;

    private static T? Read<T>(JToken token, string name)
    {
        try
        {
            return token.ToObject<T>();
        }
        catch (Exception ex) when (ex is JsonException or FormatException or ArgumentException or InvalidCastException or OverflowException)
        {
            throw new ArgumentException($"{name} cannot be read: {ex.Message}", name, ex);
        }
    }

    /// <summary>A value as Newtonsoft.Json has it, which reads the models. Hosts give JSON, programs what they have.</summary>
    private static JToken? Token(object? value) => value switch
    {
        null => null,
        JToken token => token,
        JsonElement element => Parse(element.GetRawText()),
        System.Text.Json.Nodes.JsonNode node => Parse(node.ToJsonString()),
        IFormattable plain when value.GetType().IsPrimitive is false => plain.ToString(null, CultureInfo.InvariantCulture),
        _ => JToken.FromObject(value),
    };

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}

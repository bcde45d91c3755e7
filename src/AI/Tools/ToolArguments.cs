using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Newtonsoft.Json.Linq;

namespace Valentina.AI.Tools;

/// <summary>
/// The arguments of a call, by their names in the contract. A null counts as left out. Models are not strict with kinds, so that a number
/// or a yes may also come as a text.
/// </summary>
internal sealed class ToolArguments
{
    private readonly JsonObject _values = [];

    public ToolArguments(AIFunctionArguments arguments)
    {
        foreach (var (name, value) in arguments)
        {
            if (Node(name, value) is { } node)
            {
                _values[name] = node;
            }
        }
    }

    /// <summary>The page size; the contract's own when left out.</summary>
    public int Limit => Number("limit") ?? 10;

    public int Offset => Number("offset") ?? 0;

    /// <summary>An id that must be there.</summary>
    /// <exception cref="ArgumentException">It is not, or is none.</exception>
    public Guid Id(string name) => OptionalId(name) ?? throw new ArgumentException($"{name} is missing.", name);

    /// <summary>An id, or null.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public Guid? OptionalId(string name)
        => Text(name) is not { } text ? null : Guid.TryParse(text, out var id) ? id : throw Mismatch(name, "an id", text);

    /// <summary>A whole number, or null.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public int? Number(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && decimal.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue
                ? (int)number
                : throw Mismatch(name, "a whole number", text);
    }

    /// <summary>Yes, no, or null.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public bool? Flag(string name)
        => Text(name) is not { } text ? null : bool.TryParse(text, out var flag) ? flag : throw Mismatch(name, "true or false", text);

    /// <summary>A text, or null.</summary>
    /// <exception cref="ArgumentException">It is a list or an object.</exception>
    public string? Text(string name) => _values[name] is { } node ? Text(name, node) : null;

    /// <summary>A value of a set, or null. Whether it belongs to the set, the call itself says.</summary>
    /// <exception cref="ArgumentException">It is no text.</exception>
    public T? Value<T>(string name)
        where T : struct, IOpenEnum<T>
        => Text(name) is { } text ? T.FromValue(text) : null;

    /// <summary>Values of a set; none when left out.</summary>
    /// <exception cref="ArgumentException">It is no list of texts.</exception>
    public IReadOnlyList<T> Values<T>(string name)
        where T : struct, IOpenEnum<T>
        => _values[name] switch
        {
            null => [],
            JsonArray list => [.. list.Select(item => T.FromValue(Text(name, item ?? throw Mismatch(name, "a list of texts", "null"))))],
            var other => [T.FromValue(Text(name, other))],
        };

    /// <summary>All arguments as the body of a request.</summary>
    /// <exception cref="ArgumentException">One of them is of another kind than the contract says.</exception>
    public T Body<T>()
    {
        try
        {
            return _values.Deserialize(ToolJson.Of<T>())!;
        }
        catch (JsonException ex)
        {
            throw new ArgumentException($"arguments cannot be read: {ex.Message}", ex);
        }
    }

    private static string Text(string name, JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.Object or JsonValueKind.Array => throw Mismatch(name, "a single value", node.ToJsonString()),
        JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };

    /// <summary>Hosts give JSON, programs what they have.</summary>
    private static JsonNode? Node(string name, object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        JToken token => JsonNode.Parse(token.ToString(Newtonsoft.Json.Formatting.None)),
        IOpenEnum known => known.Value,
        string text => text,
        IFormattable plain when !value.GetType().IsPrimitive => plain.ToString(null, CultureInfo.InvariantCulture),
        _ => AIJsonUtilities.DefaultOptions.TryGetTypeInfo(value.GetType(), out var type)
            ? JsonSerializer.SerializeToNode(value, type)
            : throw new ArgumentException($"{name} cannot be a {value.GetType()}: give JSON.", name),
    };

    private static ArgumentException Mismatch(string name, string wanted, string given)
        => new($"{name} must be {wanted}, but is {given}.", name);
}

using System.Text.Json.Nodes;

namespace Valentina.Testing.ClaudeCode.Validation;

/// <summary>
/// A type of the service's request models: reads a value as generously as the service does, or says what is wrong with it.
/// </summary>
internal abstract class FieldType
{
    /// <summary>Its name within the place of a fault, where it is one of several alternatives.</summary>
    public abstract string Label { get; }

    /// <summary>Reads a value. The result counts only when no fault was added.</summary>
    public abstract JsonNode? Read(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults);

    protected static JsonNode? Refuse(
        List<FieldFault> faults, string type, IReadOnlyList<object> place, string message, JsonNode? input, JsonObject? context = null)
    {
        faults.Add(new FieldFault(type, place, message, input, context));
        return null;
    }
}

/// <summary>Whatever was sent.</summary>
internal sealed class AnyField : FieldType
{
    public override string Label => "any";

    public override JsonNode? Read(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults) => value?.DeepClone();
}

/// <summary>Null, or another type.</summary>
internal sealed class NullableField(FieldType inner) : FieldType
{
    public override string Label => $"nullable[{inner.Label}]";

    public override JsonNode? Read(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
        => value is null ? null : inner.Read(value, place, faults);
}

/// <summary>The first of several types that fits. Where none does, the faults of all are told.</summary>
internal sealed class UnionField(IReadOnlyList<FieldType> alternatives) : FieldType
{
    public override string Label => $"union[{string.Join(',', alternatives.Select(static one => one.Label))}]";

    public override JsonNode? Read(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
    {
        var all = new List<FieldFault>();
        foreach (var alternative in alternatives)
        {
            var own = new List<FieldFault>();
            var read = alternative.Read(value, [.. place, alternative.Label], own);
            if (own.Count == 0)
            {
                return read;
            }

            all.AddRange(own);
        }

        faults.AddRange(all);
        return null;
    }
}

/// <summary>A list.</summary>
internal sealed class ListField(FieldType items) : FieldType
{
    public override string Label => $"list[{items.Label}]";

    public override JsonNode? Read(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
        => value is JsonArray list
            ? new JsonArray([.. list.Select((item, index) => items.Read(item, [.. place, index], faults))])
            : Refuse(faults, "list_type", place, "Input should be a valid list", value);
}

/// <summary>An object with members of any name.</summary>
internal sealed class DictionaryField : FieldType
{
    public override string Label => "dict[str,any]";

    public override JsonNode? Read(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
        => value is JsonObject ? value.DeepClone() : Refuse(faults, "dict_type", place, "Input should be a valid dictionary", value);
}

/// <summary>An object with declared members; others are ignored.</summary>
internal sealed class ModelField(string name, IReadOnlyList<(string Name, FieldType Type, bool Required)> members) : FieldType
{
    public override string Label => name;

    public override JsonNode? Read(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
    {
        if (value is not JsonObject form)
        {
            return Refuse(
                faults,
                "model_attributes_type",
                place,
                "Input should be a valid dictionary or object to extract fields from",
                value);
        }

        var read = new JsonObject();
        foreach (var member in members)
        {
            if (form.TryGetPropertyValue(member.Name, out var sent))
            {
                read[member.Name] = member.Type.Read(sent, [.. place, member.Name], faults);
            }
            else if (member.Required)
            {
                Refuse(faults, "missing", [.. place, member.Name], "Field required", form);
            }
        }

        return read;
    }
}

/// <summary>One of several texts.</summary>
internal sealed class EnumField(string name, IReadOnlyList<string> values) : FieldType
{
    public override string Label => name;

    public override JsonNode? Read(JsonNode? value, IReadOnlyList<object> place, List<FieldFault> faults)
    {
        if (value?.GetValueKind() == System.Text.Json.JsonValueKind.String && values.Contains(value.GetValue<string>()))
        {
            return value.DeepClone();
        }

        var quoted = values.Select(static one => $"'{one}'").ToList();
        var expected = quoted.Count == 1 ? quoted[0] : $"{string.Join(", ", quoted[..^1])} or {quoted[^1]}";
        return Refuse(
            faults, "enum", place, $"Input should be {expected}", value, new JsonObject { ["expected"] = expected });
    }
}

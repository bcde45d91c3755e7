using System.Globalization;
using System.Text.Json.Nodes;
using Valentina.Testing.Contract;

namespace Valentina.Conformance.Tests.FakeServer.Schemas;

/// <summary>
/// Changes one thing in a value, most often for the worse: another type, a bound passed by one, a member less or more, a text misspelt.
/// </summary>
/// <param name="random">The source of chance.</param>
internal sealed class ValueBreaker(Random random)
{
    private static readonly string[] Others =
    [
        "null", "true", "0", "-1", "1", "1.5", "-0.25", "1.0", "1e2", "9223372036854775807", "9223372036854775808",
        "12345678901234567890123", "\"\"", "\" \"", "\"x\"", "\"1\"", "[]", "[null]", "[\"x\"]", "{}", "{\"x\":1}", "{\"x\":[]}",
        "\"01a20190-cb47-7136-b945-f4bab262d58b\"", "\"01A20190-CB47-7136-B945-F4BAB262D58B\"",
        "\"{01a20190-cb47-7136-b945-f4bab262d58b}\"", "\"01a20190cb477136b945f4bab262d58b\"",
        "\" 01a20190-cb47-7136-b945-f4bab262d58b\"", "\"+1a20190-cb47-7136-b945-f4bab262d58b\"",
        "\"0xa20190-cb47-7136-b945-f4bab262d58b\"", "\"2026-05-04\"", "\"2026-02-30\"", "\"0000-01-01\"",
        "\"2026-05-04T10:20:30Z\"", "\"2026-05-04T10:20:30.123456+02:00\"", "\"2026-05-04 10:20:30\"", "\"2026-05-04T24:00:00Z\"",
        "\"2026-05-04T10:20:30 GMT\"", "\"2026-05-04T10:20\"", "\"a@b.cd\"", "\"a@b\"", "\"@b.cd\"", "\"a b@c.de\"",
    ];

    private static readonly string[] Characters = ["0", "f", "g", "-", "+", " ", "x", ":", ".", "T", "Z", "@", "é", "🦇", "\u0000", "\t"];

    /// <summary>A changed copy; its schema says which bounds are worth passing.</summary>
    public JsonNode? Break(ContractSchema schema, JsonNode? value)
    {
        var copy = value?.DeepClone();
        var core = schema.Core;
        switch (copy)
        {
            case JsonObject form when random.Next(8) > 0:
                return InObject(core, form);
            case JsonArray array when random.Next(5) > 0:
                return InArray(core, array);
            case JsonValue when random.Next(3) > 0:
                return InPlain(core, copy);
            default:
                return Other();
        }
    }

    private JsonNode? Other() => JsonNode.Parse(Others[random.Next(Others.Length)]);

    private JsonNode InObject(ContractSchema schema, JsonObject form)
    {
        switch (random.Next(8))
        {
            case 0 when form.Count > 0:
                form.Remove(AnyName(form));
                break;
            case 1:
                var isKnown = schema.Members.Count > 0 && random.Next(2) == 0;
                form[isKnown ? schema.Members[random.Next(schema.Members.Count)].Name : "unheard_of"] = Other();
                break;
            default:
                if (form.Count > 0)
                {
                    var name = AnyName(form);
                    form[name] = (schema.Member(name)?.Schema ?? schema.Additional) is { } inner ? Break(inner, form[name]) : Other();
                }

                break;
        }

        return form;
    }

    private JsonNode InArray(ContractSchema schema, JsonArray array)
    {
        switch (random.Next(5))
        {
            case 0 when array.Count > 0:
                array.RemoveAt(random.Next(array.Count));
                break;
            case 1:
                array.Add(Other());
                break;
            case 2:
                var length = (random.Next(2) == 0 ? schema.MinItems : schema.MaxItems) is { } bound
                    ? Math.Max(0, bound + random.Next(-1, 2))
                    : random.Next(3);
                var item = array.FirstOrDefault()?.DeepClone();
                array.Clear();
                for (var index = 0; index < Math.Min(length, 200); index++)
                {
                    array.Add(item?.DeepClone());
                }

                break;
            default:
                if (array.Count > 0 && schema.Items is { } items)
                {
                    var place = random.Next(array.Count);
                    array[place] = Break(items, array[place]);
                }

                break;
        }

        return array;
    }

    private JsonNode? InPlain(ContractSchema schema, JsonNode value)
    {
        if ((random.Next(2) == 0 ? schema.Minimum : schema.Maximum) is { } bound)
        {
            return JsonNode.Parse((bound + Pick([-1m, -0.5m, 0, 0.5m, 1])).ToString(CultureInfo.InvariantCulture));
        }

        if (value.GetValueKind() != System.Text.Json.JsonValueKind.String)
        {
            return Other();
        }

        if ((random.Next(2) == 0 ? schema.MinLength : schema.MaxLength) is { } length && random.Next(2) == 0)
        {
            return string.Concat(Enumerable.Repeat(Pick(Characters), Math.Clamp(length + random.Next(-1, 2), 0, 10_000)));
        }

        var text = value.GetValue<string>();
        var at = random.Next(text.Length + 1);
        return random.Next(3) switch
        {
            0 => text.Insert(at, Pick(Characters)),
            1 => text.Remove(Math.Min(at, Math.Max(0, text.Length - 1)), Math.Min(1, text.Length)),
            _ => text[..at] + Pick(Characters) + (at < text.Length ? text[(at + 1)..] : ""),
        };
    }

    private string AnyName(JsonObject form) => form.ElementAt(random.Next(form.Count)).Key;

    private T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing.Contract;

/// <summary>Makes values that a schema allows, from a source of chance.</summary>
/// <param name="random">The source; the same seed makes the same values.</param>
/// <param name="stamp">A moment that dates are near to.</param>
internal sealed class SampleMaker(Random random, DateTimeOffset stamp)
{
    private const int Deepest = 8;

    private static readonly string[] Words =
    [
        "amber", "bramble", "candle", "dusk", "ember", "fallow", "garnet", "hollow", "iron", "jasper", "kindle", "lantern",
        "marrow", "nettle", "ochre", "pewter", "quarry", "raven", "sable", "thistle", "umber", "velvet", "willow", "yarrow",
    ];

    /// <summary>
    /// Makes a value. Members that may be left out are left out when they hold lists of other things, and often otherwise.
    /// </summary>
    public JsonNode? Make(ContractSchema schema, string name = "") => Make(schema, name, 0);

    private JsonNode? Make(ContractSchema schema, string name, int depth)
    {
        if (schema.AllowsNull && (depth > Deepest || random.Next(2) == 0))
        {
            return null;
        }

        if (schema.Alternatives.Count > 0)
        {
            return Make(schema.Alternatives[random.Next(schema.Alternatives.Count)], name, depth);
        }

        if (schema.Enum is { Count: > 0 })
        {
            var values = schema.Enum.Where(value => value != "null").Order(StringComparer.Ordinal).ToList();
            return JsonNode.Parse(values[random.Next(values.Count)]);
        }

        return schema.Types switch
        {
            JsonTypes.String => Text(schema, name),
            JsonTypes.Integer => random.Next((int)Math.Max(schema.Minimum ?? 1, -1000), (int)Math.Min(schema.Maximum ?? 5, 1000) + 1),
            JsonTypes.Number => Math.Round(
                (random.NextDouble() * (double)((schema.Maximum ?? 100) - (schema.Minimum ?? 0))) + (double)(schema.Minimum ?? 0), 2),
            JsonTypes.Boolean => random.Next(2) == 0,
            JsonTypes.Array => List(schema, name, depth),
            JsonTypes.Object => Form(schema, depth),
            _ => schema.Members.Count > 0 ? Form(schema, depth) : Word(),
        };
    }

    private JsonArray List(ContractSchema schema, string name, int depth)
    {
        var least = schema.MinItems ?? 0;
        var count = depth > Deepest ? least : Math.Max(least, Math.Min(random.Next(1, 4), schema.MaxItems ?? 3));
        return schema.Items is null
            ? []
            : new JsonArray([.. Enumerable.Range(0, count).Select(_ => Make(schema.Items, Singular(name), depth + 1))]);
    }

    private JsonObject Form(ContractSchema schema, int depth)
    {
        var form = new JsonObject();
        foreach (var member in schema.Members)
        {
            if (member.Required || (!HoldsOthers(member.Schema) && random.Next(2) == 0))
            {
                form[member.Name] = Make(member.Schema, member.Name, depth + 1);
            }
        }

        if (schema is { Members.Count: 0, Additional: { } additional } && depth <= Deepest)
        {
            form[Word()] = Make(additional, "", depth + 1);
        }

        foreach (var rule in schema.Rules.Where(rule => rule.Name != "keys" && !ContractRules.Holds(rule, form)))
        {
            foreach (var member in rule.Members)
            {
                if (rule.Name == "absent-when")
                {
                    form.Remove(member);
                }
                else
                {
                    form[member] = Make(schema.Member(member)!.Schema.Core, member, depth + 1);
                }
            }
        }

        return schema.Rules.FirstOrDefault(rule => rule.Name == "keys") is { } keys
            ? new JsonObject(keys.Members.Select(key => KeyValuePair.Create(key, (JsonNode?)new JsonArray(Word()))))
            : form;
    }

    /// <summary>Whether a member embeds lists of other things, which answers have only when asked.</summary>
    private static bool HoldsOthers(ContractSchema schema)
        => schema.Core.Types.HasFlag(JsonTypes.Array) && schema.Core.Items?.Core.Members.Count > 0;

    private JsonNode Text(ContractSchema schema, string name) => schema.Format switch
    {
        "uuid" => Id(),
        "date" => stamp.AddDays(-random.Next(1, 4000)).UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "date-time" =>
            stamp.AddSeconds(-random.Next(1, 100_000)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "email" => $"{Word()}.{Word()}@example.com",
        "uri" => $"https://example.com/{Word()}",
        _ when name is "email" => $"{Word()}.{Word()}@example.com",
        _ when name.EndsWith("url", StringComparison.Ordinal) || name == "link" => $"https://example.com/{Word()}",
        _ => Fit($"{Capital(Word())} {Word()}", schema),
    };

    private static string Fit(string text, ContractSchema schema)
    {
        while (text.Length < schema.MinLength)
        {
            text += " and more";
        }

        return text.Length > schema.MaxLength ? text[..schema.MaxLength.Value].TrimEnd() : text;
    }

    private string Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    private string Word() => Words[random.Next(Words.Length)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Singular(string name) => name.EndsWith('s') ? name[..^1] : name;
}

using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.Drift.Mutations;

/// <summary>Writes a document in other words: every kind changes the spelling of something and the meaning of nothing.</summary>
internal sealed class Rewriter
{
    private readonly JsonObject _document;
    private readonly Random _random;
    private readonly SchemaSpeller _speller;
    private readonly IReadOnlyList<(string Kind, Action Apply)> _kinds;

    public Rewriter(JsonObject document, Random random)
    {
        _document = document;
        _random = random;
        _speller = new SchemaSpeller(document, random);

        _kinds =
        [
            // One or the other: to dissolve a type and make one of the same shape is to rename it, which is a change.
            random.Next(2) == 0 ? ("schemas made components", _speller.ExtractSome) : ("references inlined", _speller.InlineSome),
            ("wrapped in an allOf of one", _speller.WrapSome),
            ("split into an allOf of two", _speller.SplitSome),
            ("null written another way", _speller.RespellNulls),
            ("a constant written as an enum of one", _speller.RespellConstants),
            ("words added", _speller.AddWords),
            ("numbers spelled another way", () => Each(document, RespellNumbers)),
            ("answers, bodies and parameters made components", ExtractParts),
            ("parameters moved to their path", LiftParameters),
            ("defaults spelled out", SpellOutDefaults),
            ("security scheme renamed", RenameScheme),
            (
                "unused component added",
                () => document["components"]!["schemas"]!["NobodyUsesThis"] = new JsonObject { ["type"] = "string" }),
            ("lists without order shuffled", () => Each(document, ShuffleLists)),
            ("keys shuffled", () => Each(document, ShuffleKeys)),
        ];
    }

    /// <summary>Applies a few kinds chosen by chance and tells which.</summary>
    public string Apply()
    {
        var chosen = _kinds.Where(_ => _random.Next(4) == 0).ToList();
        if (chosen.Count == 0)
        {
            chosen.Add(_kinds[_random.Next(_kinds.Count)]);
        }

        foreach (var (_, apply) in chosen)
        {
            apply();
        }

        return string.Join(", ", chosen.Select(item => item.Kind));
    }

    private static void Each(JsonNode? node, Action<JsonObject> action)
    {
        if (node is JsonObject map)
        {
            foreach (var child in map.Select(entry => entry.Value).ToList())
            {
                Each(child, action);
            }

            action(map);
        }
        else if (node is JsonArray list)
        {
            foreach (var item in list.ToList())
            {
                Each(item, action);
            }
        }
    }

    private static void RespellNumbers(JsonObject map)
    {
        foreach (var name in (string[])["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "default"])
        {
            if (map[name] is JsonValue value && value.ToJsonString() is var text && text.All(char.IsAsciiDigit))
            {
                map[name] = JsonNode.Parse(text + ".0");
            }
        }
    }

    private void ShuffleKeys(JsonObject map)
    {
        var entries = map.ToArray();
        _random.Shuffle(entries);
        map.Clear();
        foreach (var (name, value) in entries)
        {
            map[name] = value;
        }
    }

    private void ShuffleLists(JsonObject map)
    {
        foreach (var name in (string[])["required", "enum", "type", "oneOf", "anyOf", "security"])
        {
            if (map[name] is JsonArray list && !map.ContainsKey("x-enum-varnames"))
            {
                var items = list.ToArray();
                _random.Shuffle(items);
                list.Clear();
                foreach (var item in items)
                {
                    list.Add(item);
                }
            }
        }
    }

    private IEnumerable<(JsonObject Item, JsonObject Operation)> Operations() => _document["paths"]!.AsObject()
        .Select(path => path.Value!.AsObject())
        .SelectMany(item => item
            .Where(entry => entry.Value is JsonObject operation && operation.ContainsKey("responses"))
            .Select(entry => (item, entry.Value!.AsObject())));

    private void ExtractParts()
    {
        foreach (var (_, operation) in Operations().ToList())
        {
            var parameters = operation["parameters"] as JsonArray ?? [];
            for (var index = 0; index < parameters.Count; index++)
            {
                if (_random.Next(3) == 0 && parameters[index]!["$ref"] is null)
                {
                    parameters[index] = Component("parameters", parameters[index]!.DeepClone());
                }
            }

            foreach (var (status, response) in operation["responses"]!.AsObject().ToList())
            {
                if (_random.Next(3) == 0 && response!["$ref"] is null)
                {
                    operation["responses"]![status] = Component("responses", response.DeepClone());
                }
            }

            if (_random.Next(3) == 0 && operation["requestBody"] is JsonObject body && body["$ref"] is null)
            {
                operation["requestBody"] = Component("requestBodies", body.DeepClone());
            }
        }
    }

    private JsonObject Component(string kind, JsonNode value)
    {
        var components = _document["components"]!.AsObject();
        if (components[kind] is not JsonObject map)
        {
            components[kind] = map = [];
        }

        var name = $"Part{map.Count}";
        map[name] = value;
        return new JsonObject { ["$ref"] = $"#/components/{kind}/{name}" };
    }

    private void LiftParameters()
    {
        foreach (var item in _document["paths"]!.AsObject().Select(path => path.Value!.AsObject()).ToList())
        {
            var lists = item
                .Select(entry => entry.Value)
                .OfType<JsonObject>()
                .Select(operation => operation["parameters"] as JsonArray ?? [])
                .ToList();
            var shared = lists[0]
                .Where(parameter => parameter!["in"]?.ToString() == "path")
                .Where(parameter => lists.All(list => list.Any(other => JsonNode.DeepEquals(parameter, other))))
                .Select(parameter => parameter!.DeepClone())
                .ToList();
            foreach (var list in lists)
            {
                list.RemoveAll(parameter => shared.Any(other => JsonNode.DeepEquals(parameter, other)));
            }

            if (shared.Count > 0)
            {
                item["parameters"] = new JsonArray([.. shared]);
            }
        }
    }

    private void SpellOutDefaults()
    {
        foreach (var (_, operation) in Operations())
        {
            operation.TryAdd("deprecated", false);
            foreach (var parameter in (operation["parameters"] as JsonArray ?? []).OfType<JsonObject>()
                .Where(parameter => parameter["in"] is not null))
            {
                var isQuery = parameter["in"]!.ToString() == "query";
                parameter.TryAdd("required", false);
                parameter.TryAdd("deprecated", false);
                parameter.TryAdd("style", isQuery ? "form" : "simple");
                parameter.TryAdd("explode", isQuery);
                parameter.TryAdd("allowReserved", false);
            }
        }
    }

    private void RenameScheme()
    {
        Mutator.Rename(
            _document["components"]!["securitySchemes"]!.AsObject(),
            _document["components"]!["securitySchemes"]!.AsObject().First().Key,
            "Renamed");
        Each(_document, map =>
        {
            foreach (var alternative in (map["security"] as JsonArray ?? []).OfType<JsonObject>()
                .Where(alternative => alternative.Count == 1))
            {
                Mutator.Rename(alternative, alternative.First().Key, "Renamed");
            }
        });
    }
}

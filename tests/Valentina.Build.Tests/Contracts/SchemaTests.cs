using System.Text.Json.Nodes;
using static Valentina.Build.Tests.Contracts.SmallContract;

namespace Valentina.Build.Tests.Contracts;

/// <summary>What becomes of changed schemas.</summary>
public sealed class SchemaTests
{
    private const string New = Thing + "/extra";
    private const string Text = """{"type":"string"}""";

    private static readonly ContractCases Cases = Make();

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_changed_schema_is_taken_or_refused(string name) => Cases.RunAsync(name);

    private static ContractCases Make()
    {
        var cases = new ContractCases();
        Combinations(cases);
        Unions(cases);
        Shapes(cases);
        Values(cases);
        Marks(cases);
        return cases;
    }

    private static void Combinations(ContractCases cases)
    {
        const string whole = """{"allOf":[{"$ref":"#/components/schemas/NewThing"},{"type":"object","required":["size"],"properties":{"size":{"type":"integer"}}}]}""";
        cases.Takes("a schema and more", Schemas + "/Thing", whole, "class Thing", "public string Name", "public int Size",
            "!class ThingExtra");
        cases.Takes("a schema and more, inside", New, whole, "ThingExtra? Extra", "class ThingExtra");
        cases.Takes("a schema with a description", New,
            """{"allOf":[{"$ref":"#/components/schemas/NewThing"}],"description":"?","nullable":true}""",
            "NewThing? Extra");
        cases.Takes("a schema with a part that only describes", New,
            """{"allOf":[{"$ref":"#/components/schemas/NewThing"},{"description":"?"}]}""",
            "NewThing? Extra");
        cases.Takes("members demanded elsewhere", Schemas + "/NewThing",
            """{"allOf":[{"type":"object","properties":{"name":{"type":"string"}}},{"required":["name"]}]}""",
            "public required string Name");
        cases.Takes("members beside their parts", Schemas + "/NewThing",
            """{"allOf":[{"$ref":"#/components/schemas/ThingPatch"}],"type":"object","properties":{"more":{"type":"string","maxLength":9}}}""",
            "public string? Name", "Length(\"more\", More, 0, 9)");
        cases.Takes("a parent with a discriminator", document => document
            .Put(Schemas + "/Pet",
            """{"type":"object","required":["type"],"discriminator":{"propertyName":"type"},"properties":{"type":{"type":"string"}}}""")
            .Put(Schemas + "/Dog",
            """{"allOf":[{"$ref":"#/components/schemas/Pet"},{"type":"object","properties":{"bark":{"type":"boolean"}}}]}""")
            .Put(New, """{"$ref":"#/components/schemas/Dog"}"""), "class Dog", "public string Type", "public bool? Bark");
        cases.Refuses("parts that contradict each other", New, """{"allOf":[{"type":"string"},{"type":"integer"}]}""");
        cases.Refuses("members that contradict each other", New,
            """{"allOf":[{"type":"object","properties":{"a":{"type":"string"}}},{"type":"object","properties":{"a":{"type":"object"}}}]}""");
        cases.Refuses("parts that lead round", document => document
            .Put(Schemas + "/A", """{"allOf":[{"$ref":"#/components/schemas/B"},{"type":"object","properties":{"a":{"type":"string"}}}]}""")
            .Put(Schemas + "/B", """{"allOf":[{"$ref":"#/components/schemas/A"},{"type":"object","properties":{"b":{"type":"string"}}}]}""")
            .Put(New, """{"$ref":"#/components/schemas/A"}"""), Schemas);
    }

    private static void Unions(ContractCases cases)
    {
        const string objects = """[{"$ref":"#/components/schemas/NewThing"},{"$ref":"#/components/schemas/ThingPatch"}]""";
        cases.Refuses("one of several objects", New, $$"""{"oneOf":{{objects}}}""");
        cases.Refuses("one of several objects, told apart", New, $$"""{"oneOf":{{objects}},"discriminator":{"propertyName":"kind"} }""");
        cases.Takes("one of several values", New, """{"anyOf":[{"type":"string"},{"type":"integer"}]}""", "JToken? Extra");
        cases.Takes("a value or null", New, """{"anyOf":[{"type":"integer"},{"type":"null"}]}""", "int? Extra");
        cases.Takes("a list of types", New, """{"type":["integer","null"]}""", "int? Extra");
        cases.Takes("null as 3.0 says it", New, """{"type":"integer","nullable":true,"exclusiveMinimum":true,"minimum":0}""", "int? Extra");
        cases.Takes("members that belong together", Schemas + "/NewThing/anyOf", """[{"required":["name"]},{"required":["kind"]}]""",
            "class NewThing");
        cases.Refuses("members and one of several", Schemas + "/NewThing/oneOf",
            $$"""[{"$ref":"#/components/schemas/Thing"},{"properties":{"z":{{Text}} } }]""");
        cases.Refuses("one of nothing", New, """{"oneOf":[]}""");
    }

    private static void Shapes(ContractCases cases)
    {
        cases.Takes("a thing that holds itself", New, """{"$ref":"#/components/schemas/Thing"}""", "Thing? Extra");
        cases.Takes("things that must hold each other", document => document
            .Put(Schemas + "/Node", """{"type":"object","required":["back"],"properties":{"back":{"$ref":"#/components/schemas/Edge"}}}""")
            .Put(Schemas + "/Edge", """{"type":"object","required":["next"],"properties":{"next":{"$ref":"#/components/schemas/Node"}}}""")
            .Put(New, """{"$ref":"#/components/schemas/Node"}"""), "Edge? Back", "Node? Next");
        cases.Refuses("a list of itself", document => document
            .Put(Schemas + "/Tree", """{"type":"array","items":{"$ref":"#/components/schemas/Tree"}}""")
            .Put(New, """{"$ref":"#/components/schemas/Tree"}"""), Schemas + "/Tree/items");
        cases.Refuses("a map of itself", document => document
            .Put(Schemas + "/Tree", """{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Tree"}}""")
            .Put(New, """{"$ref":"#/components/schemas/Tree"}"""), Schemas + "/Tree/additionalProperties");
        cases.Refuses("a reference to itself", document => document
            .Put(Schemas + "/Loop", """{"$ref":"#/components/schemas/Loop"}""")
            .Put(New, """{"$ref":"#/components/schemas/Loop"}"""), Schemas + "/Loop");
        cases.Takes("a map of maps", New,
            """{"type":"object","additionalProperties":{"type":"object","additionalProperties":{"$ref":"#/components/schemas/NewThing"}}}""",
            "IReadOnlyDictionary<string, IReadOnlyDictionary<string, NewThing>>? Extra");
        cases.Takes("a list of lists", NewThing + "/grid",
            """{"type":"array","items":{"type":"array","items":{"$ref":"#/components/schemas/ThingPatch"}}}""",
            "IReadOnlyList<IReadOnlyList<ThingPatch>>? Grid");
        cases.Takes("a map of lists of enums", NewThing + "/grid",
            """{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","enum":["a","b"]}}}""",
            "struct NewThingGridValueItem");
        cases.Takes("objects in objects", New,
            """{"type":"object","properties":{"inner":{"type":"object","properties":{"deep":{"type":"string"}}}}}""",
            "class ThingExtraInner");
        cases.Takes("a schema that says nothing", New, "{}", "JToken? Extra");
        cases.Takes("a schema that admits all", New, "true", "JToken? Extra");
        cases.Refuses("a schema that admits nothing", New, "false");
        cases.Takes("an object without members", New, """{"type":"object"}""", "IReadOnlyDictionary<string, JToken>? Extra");
        cases.Takes("more members than declared", Schemas + "/Thing/additionalProperties", Text, "AdditionalData");
        foreach (var (keyword, value) in new (string, string)[]
        {
            ("patternProperties", "{}"), ("not", "{}"), ("if", "{}"), ("prefixItems", "[]"), ("unevaluatedProperties", "false"),
            ("dependentRequired", "{}"), ("$defs", "{}"), ("propertyNames", "{}"), ("futureKeyword", "1"),
        })
        {
            cases.Refuses($"the keyword {keyword}", New, $$"""{"type":"object","{{keyword}}":{{value}}}""", "/" + keyword);
        }

        cases.Refuses("a reference to nothing", New, """{"$ref":"#/components/schemas/Nothing"}""");
        cases.Refuses("a reference to elsewhere", New, """{"$ref":"other.json#/Thing"}""");
        cases.Refuses("a schema beside a reference", New, """{"$ref":"#/components/schemas/Thing","maxProperties":1}""", "/maxProperties");
    }

    private static void Values(ContractCases cases)
    {
        foreach (var (format, type) in new[]
        {
            ("date", "DateOnly?"), ("date-time", "DateTimeOffset?"), ("uuid", "Guid?"), ("byte", "string?"), ("time", "string?"),
            ("duration", "string?"), ("email", "string?"), ("uri", "string?"), ("password", "string?"), ("something-new", "string?"),
        })
        {
            cases.Takes($"a text of the format {format}", New, $$"""{"type":"string","format":"{{format}}"}""", type + " Extra");
        }

        foreach (var (format, type) in new[] { ("int32", "int?"), ("int64", "long?"), ("uint64", "long?"), ("unix-time", "long?") })
        {
            cases.Takes($"a number of the format {format}", New, $$"""{"type":"integer","format":"{{format}}"}""", type + " Extra");
        }

        cases.Takes("numbers", document => document.Put(NewThing + "/one", """{"type":"number","format":"double","minimum":-0.5}""")
            .Put(NewThing + "/two", """{"type":"number","format":"decimal","maximum":9.99}""")
            .Put(NewThing + "/three", """{"type":"number","format":"float"}"""), "double? One", "decimal? Two", "null, 9.99m)");
        cases.Takes("limits beyond the types", NewThing + "/long", """{"type":"string","maxLength":4294967295,"minLength":1}""",
            "1, int.MaxValue)");
        cases.Refuses("a file inside JSON", New, """{"type":"string","format":"binary"}""");
        cases.Takes("numbers of a set", New, """{"type":"integer","enum":[4,10,-1]}""", "Value4 = 4", "Minus1 = -1");
        cases.Refuses("fractions of a set", New, """{"type":"number","enum":[0.5]}""");
        cases.Refuses("a set of numbers and texts", New, """{"enum":[1,"a"]}""");
        cases.Refuses("a number too large for a set", New, """{"type":"integer","enum":[9999999999]}""");
        cases.Takes("a set with null", New, """{"enum":["a",null]}""", "ThingExtra? Extra");
        cases.Takes("a constant text", New, """{"const":"dog"}""", "ThingExtra Dog");
        cases.Takes("constants of other kinds", document => document.Put(Thing + "/one", """{"const":1}""")
            .Put(Thing + "/two", """{"const":true}""")
            .Put(Thing + "/three", """{"const":null}""").Put(Thing + "/four", """{"const":[1]}"""), "int? One", "bool? Two",
            "JToken? Three", "JToken? Four");
        cases.Takes("defaults", document => document.Put(NewThing + "/size", """{"type":"integer","default":25}""")
            .Put(NewThing + "/mood", """{"type":"string","default":"calm"}""")
            .Put(NewThing + "/list", """{"type":"array","items":{},"default":[]}"""),
            "<remarks>Default: <c>25</c>.</remarks>", "<remarks>Default: <c>calm</c>.</remarks>");
    }

    private static void Marks(ContractCases cases)
    {
        const string warning = "[Obsolete(\"The service calls it deprecated and may remove it.\")]";
        cases.Takes("an outdated operation", Delete + "/deprecated", "true", warning + " public virtual Task DeleteThingAsync(",
            warning + " public virtual void DeleteThing(");
        cases.Takes("outdated members", document => document.Put(Thing + "/name/deprecated", "true")
            .Put(NewThing + "/name/deprecated", "true")
            .Put(Schemas + "/ThingPatch/properties/name/deprecated", "true"), warning, "#pragma warning disable CS0618");
        cases.Takes("an outdated schema", Schemas + "/Thing/deprecated", "true", "Thing. The service calls it deprecated");
        cases.Takes("a member that only the server writes", NewThing + "/id", """{"type":"string","readOnly":true}""", "class NewThing");
        cases.Takes("a member that only the client writes", Thing + "/secret", """{"type":"string","writeOnly":true}""", "string? Secret");
        cases.Takes("what is said about a schema", document => document.Put(Thing + "/name",
            """{"type":"string","title":"N","xml":{"name":"n"},"externalDocs":{"url":"https://example.com"},"example":"a","examples":["b"],"$comment":"?","x-go-type":"T","pattern":"^a","contentEncoding":"base64"}"""),
            "string Name");
        cases.Takes("conditions left to the server", NewThing + "/list",
            """{"type":"array","uniqueItems":true,"items":{"type":"number","multipleOf":2}}""", "IReadOnlyList<double>? List");
    }
}

using System.Text.Json.Nodes;
using Valentina.SpecTool.Refusals;
using static Valentina.Build.Tests.Contracts.SmallContract;

namespace Valentina.Build.Tests.Contracts;

/// <summary>What becomes of names: of schemas, members, values, operations and tags.</summary>
public sealed class NamingTests
{
    private const string Text = """{"type":"string"}""";
    private const string Kind = Schemas + "/Kind";

    private static readonly ContractCases Cases = Make();

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_changed_name_is_taken_or_refused(string name) => Cases.RunAsync(name);

    private static ContractCases Make()
    {
        var cases = new ContractCases();
        Types(cases);
        Members(cases);
        Values(cases);
        Operations(cases);
        return cases;
    }

    private static JsonObject WithSchema(JsonObject document, string key)
        => document.Put($"{Schemas}/{key}", """{"type":"object","properties":{"a":{"type":"string"}}}""")
            .Put(Thing + "/extra", $$"""{"$ref":"#/components/schemas/{{key}}"}""");

    private static void Types(ContractCases cases)
    {
        foreach (var name in (string[])
            ["Task", "Guid", "String", "List", "Object", "Type", "Exception", "Uri", "System", "Stream", "CancellationToken", "HttpMethod",
                "Page", "RequestOptions", "ApiRequest", "Action", "File", "Newtonsoft"])
        {
            cases.Takes($"a schema called {name}", document => WithSchema(document, name), $"class {name}Model", $"{name}Model? Extra");
        }

        cases.Refuses("a schema called like a client", document => WithSchema(document, "ThingsClient"), Schemas + "/ThingsClient");
        cases.Takes("a schema of a framework", document => WithSchema(document, "app.models.v1.Widget_Response"),
            "class AppModelsV1Widget");
        cases.Refuses("a schema with a digit first", document => WithSchema(document, "3DModel"), Schemas + "/3DModel");
        cases.Refuses("a schema of another script", document => WithSchema(document, "Größe"), Schemas + "/Größe");
        cases.Refuses("a schema without end", document => WithSchema(document, "N" + new string('n', 150)), Schemas + "/Nn");
        cases.Refuses("schemas that differ by case", document => WithSchema(document, "thing"), Schemas + "/thing");
        cases.Refuses("schemas that differ by a suffix", document => WithSchema(document, "ThingResponse"), Schemas + "/Thing");
        cases.Refuses("a schema called like one found inside", document => WithSchema(document, "ThingKindOf")
            .Put(Thing + "/kind_of", """{"type":"object","properties":{"b":{"type":"string"}}}"""), Thing + "/kind_of");
    }

    private static void Members(ContractCases cases)
    {
        foreach (var (wire, member) in new[]
        {
            ("thing", "ThingValue"), ("additional_data", "AdditionalDataValue"), ("to_string", "ToStringValue"),
                ("get_type", "GetTypeValue"),
            ("validate", "ValidateValue"), ("system", "SystemValue"), ("should_serialize_name", "ShouldSerializeNameValue"),
                ("class", "Class"),
            ("first-name", "FirstName"), ("first.name", "FirstName"), ("first name", "FirstName"), ("@type", "Type"), ("$id", "Id2"),
            ("$schema", "Schema"), ("tags[]", "Tags"), ("1st", "Value1st"), ("+1", "Plus1"), ("-1", "Minus1"), ("a/b:c", "ABC"),
        }.Where(pair => pair.Item2 != "Id2"))
        {
            cases.Takes($"a member called {wire}", document => document.Put(Thing, "{}")
                .Put($"{Thing}/{wire.Replace("/", "~1", StringComparison.Ordinal)}", Text)
                .Put(Schemas + "/Thing/required", "[]"), $"public string? {member} {{", $"JsonProperty(\"{wire}\"");
        }

        cases.Takes("a member called $ref", document => document.Put(Thing + "/$ref", Text), "string? Ref {");
        cases.Takes("members of a patch that look like its own", document => document
            .Put(Schemas + "/ThingPatch/properties/should_serialize_name", Text), "ShouldSerializeNameValue");
        cases.Refuses("members that meet", document => document.Put(Thing + "/Name", Text), Thing + "/Name");
        cases.Refuses("members that meet by their marks", document => document.Put(Thing + "/@type", Text).Put(Thing + "/type", Text),
            Thing + "/type");
        cases.Refuses("a member of another script", Thing + "/größe", Text);
        cases.Takes("a member of another script with a name", document => document.Put(Thing + "/größe", Text),
            _ => Cure.Set(new(Thing + "/größe"), "x-name", "Size"), "string? Size {", "JsonProperty(\"größe\"");
        cases.Refuses("a member that ends a literal", Thing + "/a\"b", Text);
        cases.Refuses("a member without end", Thing + "/" + new string('n', 200), Text);
        cases.Refuses("a member that is demanded and not there", document => document.Put(Schemas + "/Thing/required/-", "\"gone\""),
            Schemas + "/Thing/required");
    }

    private static void Values(ContractCases cases)
    {
        cases.Takes("values with blanks", Kind + "/enum", """["very old","brand new"]""", "VeryOld", "new(\"very old\")");
        cases.Takes("an empty value", Kind + "/enum", """["","NEW"]""", "Empty", "new(\"\")");
        cases.Takes("values of digits", Kind + "/enum", """["1","2.5","-3"]""", "Value1 ", "Value25 ", "Minus3 ");
        cases.Takes("a value twice", Kind + "/enum", """["A","A","B"]""", "Kind A ");
        cases.Takes("values called like members", Kind + "/enum", """["value","is_known","kind"]""", "ValueMember", "IsKnownMember",
            "KindMember");
        cases.Takes("values with marks", Kind + "/enum", """["a:b","c/d","text/html; charset=utf-8"]""", "TextHtmlCharsetUtf8");
        cases.Refuses("values that differ by case", Kind + "/enum", """["a","A"]""");
        cases.Refuses("values of marks alone", Kind + "/enum", """["<",">="]""");
        cases.Refuses("values of another script", Kind + "/enum", """["größe","klein"]""");
        cases.Refuses("a value that ends a literal", Kind + "/enum", """["a\"b"]""");
        cases.Takes("values with names of ours", document => document.Put(Kind + "/enum", """["<",">"]"""),
            _ => Cure.Set(new(Kind), "x-enum-varnames", new JsonArray("Less", "More")), "Kind Less ", "new(\"<\")");
    }

    private static void Operations(ContractCases cases)
    {
        cases.Refuses("an operation without an id", document => document.Take(Get + "/operationId"), Get + "/operationId");
        cases.Refuses("an id twice", document => document.Put(Get + "/operationId", "\"listThings\""), Get);
        cases.Refuses("ids that differ by case", document => document.Put(Get + "/operationId", "\"ListThings\""), Get);
        cases.Refuses("ids that give one name", document => document.Put(Get + "/operationId", "\"list_things\""), "/paths");
        cases.Takes("ids with marks", document => document.Put(Get + "/operationId", "\"things/get-one\"")
            .Put(List + "/operationId", "\"things.list\""),
            "ThingsGetOneAsync(", "ThingsListAsync(");
        cases.Refuses("an id that every object has", Get + "/operationId", "\"toString\"");
        cases.Refuses("an id that every client has", Get + "/operationId", "\"connection\"");
        cases.Refuses("an id with Async", document => document.Put(Get + "/operationId", "\"listThingsAsync\""), "/paths");
        cases.Refuses("an id of code", Get + "/operationId", "\"get(){}\"");
        cases.Takes("a tag with marks", List + "/tags", "[\"Users & Groups: v1\"]", "class UsersGroupsV1Client");
        cases.Refuses("a tag of another script", List + "/tags", "[\"用户\"]");
        cases.Refuses("no tag", document => document.Put(List + "/tags", "[]"), List);
        cases.Takes("a path with marks", document =>
        {
            var things = document["paths"]!["/things"]!.ToJsonString();
            return document.Take("/paths/~1things").Put("/paths/~1v1~1things:all~1", things);
        }, ".Literal(\"/v1/things:all/\")");
        cases.Takes("a value inside a segment", document =>
        {
            var thing = document["paths"]!["/things/{thing_id}"]!.ToJsonString();
            return document.Take("/paths/~1things~1{thing_id}").Put("/paths/~1things~1one-{thing_id}.json", thing);
        }, ".Literal(\"/things/one-\")", ".Literal(\".json\")");
        cases.Refuses("a path with a query", "/paths/~1things?x=1",
            """{"get":{"tags":["T"],"operationId":"odd","responses":{"204":{"description":"?"}}}}""");
        cases.Refuses("a path with code", "/paths/~1things\")",
            """{"get":{"tags":["T"],"operationId":"odd","responses":{"204":{"description":"?"}}}}""");
    }
}

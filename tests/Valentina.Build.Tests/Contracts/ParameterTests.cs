using System.Text.Json.Nodes;
using Valentina.SpecTool.Refusals;
using static Valentina.Build.Tests.Contracts.SmallContract;

namespace Valentina.Build.Tests.Contracts;

/// <summary>What becomes of changed parameters.</summary>
public sealed class ParameterTests
{
    private const string Next = List + "/parameters/-";
    private const string Second = List + "/parameters/1";

    private static readonly ContractCases Cases = Make();

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_changed_parameter_is_taken_or_refused(string name) => Cases.RunAsync(name);

    private static string Query(string name, string schema, string more = "")
        => $$"""{"name":"{{name}}","in":"query","schema":{{schema}}{{more}}}""";

    private static string Header(string name, string schema, string more = "")
        => $$"""{"name":"{{name}}","in":"header","schema":{{schema}}{{more}}}""";

    private static ContractCases Make()
    {
        const string text = """{"type":"string"}""";
        const string choice = """{"type":"string","enum":["name","-created"]}""";
        const string list = """{"type":"array","items":{"type":"string"}}""";
        const string required = ""","required":true""";
        var cases = new ContractCases();

        cases.Takes("a header that is required", Next, Header("X-Tenant", text, required),
            "Async(string xTenant, int? limit = null,", ".Header(\"X-Tenant\", xTenant)");
        cases.Takes("a header that may be left out", Next, Header("X-Max-Age", """{"type":"integer"}"""),
            "int? xMaxAge = null", ".Header(\"X-Max-Age\", xMaxAge)");
        cases.Takes("a header of a closed set", Next, Header("X-Mode", choice), "ListThingsXMode? xMode = null");
        cases.Takes("headers that the connection sends", Next, Header("Authorization", text), "!authorization");
        cases.Takes("the header of the key", document => document
            .Put("/components/securitySchemes", """{"key":{"type":"apiKey","in":"header","name":"X-Key"}}""")
            .Put(Next, Header("x-key", text)), "!xKey");
        cases.Takes("a required acting user", Next, Header("On-Behalf-Of", text, required), "OnBehalfOf = Required");
        cases.Refuses("a header of the transport", document => document.Put(Next, Header("Host", text)), Second);
        cases.Takes("a set written inline", Next, Query("sort", choice), "ListThingsSort? sort = null", "struct ListThingsSort");
        cases.Takes("a list of a set written inline", Next, Query("sort_by", $$"""{"type":"array","items":{{choice}}}"""),
            "IEnumerable<ListThingsSortByItem>? sortBy = null", ".KnownQuery(\"sort_by\", sortBy)");
        cases.Takes("a parameter among the components", document => document
            .Put("/components/parameters", $$"""{"Search":{{Query("search", text)}}}""")
            .Put(Next, """{"$ref":"#/components/parameters/Search"}"""), "string? search = null");
        cases.Takes("a parameter of the whole path", "/paths/~1things/parameters", $"[{Query("trace", text)}]",
            "ListThingsAsync(int? limit = null, string? trace = null", "CreateThingAsync(NewThing body, string? trace = null");
        cases.Takes("a parameter that an operation declares anew", "/paths/~1things/parameters", $"[{Query("limit", text)}]",
            "ListThingsAsync(int? limit = null, RequestOptions");
        cases.Takes("one name in path and query", Get + "/parameters/-", Query("thing_id", text), "string? thingIdQuery = null",
            ".Query(\"thing_id\", thingIdQuery)");
        foreach (var word in (string[])["class", "options", "body", "file", "cancellationToken", "in"])
        {
            cases.Takes($"a parameter called {word}", Next, Query(word, text), $"string? {word}Value = null");
        }

        cases.Takes("a name with brackets", Next, Query("filter[name]", text), "string? filterName = null",
            "Query(\"filter[name]\", filterName)");
        cases.Takes("a name with a dot", Next, Query("user.id", text), "string? userId = null");
        cases.Takes("a name with a dollar", Next, Query("$top", text), "string? top = null", "Query(\"$top\", top)");
        cases.Takes("a name with an at", Next, Query("@x", text), "string? x = null");
        cases.Takes("a name with a digit first", Next, Query("1st", text), "string? value1st = null");
        cases.Takes("a path parameter with a dash", document =>
        {
            document.Put("/paths/~1things~1{thing-id}",
            document["paths"]!["/things/{thing_id}"]!.ToJsonString().Replace("thing_id", "thing-id", StringComparison.Ordinal));
            return document.Take("/paths/~1things~1{thing_id}");
        }, "Guid thingId", ".Segment(\"thing-id\", thingId)");
        cases.Refuses("a name of another script", document => document.Put(Next, Query("größe", text)), Second);
        cases.Takes("a name of another script with an x-name", document => document.Put(Next, Query("größe", text)),
            _ => Cure.Set(new(Second), "x-name", "size"),
            "string? size = null", "Query(\"größe\", size)");
        cases.Refuses("names that meet", document => document.Put(Next, Query("a_b", text)).Put(Next, Query("a-b", text)),
            List + "/parameters/2/name");
        cases.Refuses("a name that ends a literal", document => document.Put(Next, Query("a\\\"b", text)), Second);
        cases.Refuses("a name without end", document => document.Put(Next, Query(new string('n', 200), text)), Second);
        cases.Refuses("an object", document => document
            .Put(Next, Query("filter", """{"type":"object","properties":{"a":{"type":"string"}}}""", ""","style":"deepObject" """)),
            Second);
        cases.Takes("a value of several types", Next, Query("id", """{"anyOf":[{"type":"integer"},{"type":"string"}]}"""),
            "string? id = null");
        cases.Refuses("a cookie", document => document.Put(Next, """{"name":"session","in":"cookie","schema":{"type":"string"}}"""),
            Second);
        cases.Refuses("a parameter of nowhere", document => document
            .Put(Next, """{"name":"session","in":"body","schema":{"type":"string"}}"""), Second);
        cases.Refuses("a parameter as JSON", document => document
            .Put(Next, """{"name":"q","in":"query","content":{"application/json":{"schema":{"type":"object"}}}}"""), Second);
        cases.Takes("a list between commas", Next, Query("ids", list, ""","explode":false"""), ".JoinedQuery(\"ids\", ids, \",\")");
        cases.Takes("a list between bars", Next, Query("ids", list, ""","style":"pipeDelimited","explode":false"""),
            ".JoinedQuery(\"ids\", ids, \"|\")");
        cases.Refuses("a list in a style of its own", document => document.Put(Next, Query("ids", list, ""","style":"matrix" """)), Second);
        cases.Takes("a list in a path", Get + "/parameters/0/schema", """{"type":"array","items":{"type":"string"}}""",
            "IEnumerable<string> thingId");
        cases.Takes("an outdated parameter", Next, Query("old", text, ""","deprecated":true"""), "deprecated and may remove it.</param>");
        cases.Takes("a default", Next, Query("size", """{"type":"integer","default":25}"""), "Default: <c>25</c>.</param>");
        cases.Takes("examples and other people's members", Next,
            Query("q", text, ""","example":"a","examples":{"one":{"value":"b"}},"x-go-name":"Q","allowReserved":true"""),
                "string? q = null");
        cases.Takes("values of every kind", document => document
            .Put(Next, Query("flag", """{"type":"boolean"}""")).Put(Next, Query("ratio", """{"type":"number"}"""))
            .Put(Next, Query("day", """{"type":"string","format":"date"}"""))
            .Put(Next, Query("since", """{"type":"string","format":"date-time"}"""))
            .Put(Next, Query("big", """{"type":"integer","format":"int64","maximum":9223372036854775807}""")),
            "bool? flag", "double? ratio", "DateOnly? day", "DateTimeOffset? since", "long? big");
        cases.Refuses("a place without a parameter", document => document.Put(Get + "/parameters", "[]"), Get + "/parameters");
        cases.Refuses("a parameter without a place", document => document
            .Put(Next, """{"name":"gone","in":"path","required":true,"schema":{"type":"string"}}"""), Second);
        cases.TakesReal("a new required header of Noir", ("valentina", ["listCompanies", "getCompany"]),
            document => AddHeader(document, "listCompanies"), "string xTenant");
        return cases;
    }

    private static JsonObject AddHeader(JsonObject document, string id)
    {
        var operation = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(o => o.Value!.AsObject())
            .First(o => o["operationId"]?.ToString() == id);
        operation["parameters"]!.AsArray().Add(JsonNode.Parse(Header("X-Tenant", """{"type":"string"}""", ""","required":true""")));
        return document;
    }
}

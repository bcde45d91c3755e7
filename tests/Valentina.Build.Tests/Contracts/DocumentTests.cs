using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Overlay;
using Valentina.SpecTool.Prepare;
using Valentina.SpecTool.Refusals;
using static Valentina.Build.Tests.Contracts.SmallContract;

namespace Valentina.Build.Tests.Contracts;

/// <summary>What becomes of changes around the operations: servers, security, marks, whatever others write into a document.</summary>
public sealed class DocumentTests
{
    private static readonly ContractCases Cases = Make();

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_changed_document_is_taken_or_refused(string name) => Cases.RunAsync(name);

    [Fact]
    public void A_mark_of_an_overlay_that_nobody_reads_is_a_slip_of_the_pen()
        => Preparer.Prepare(Document(), Overlay(Cure.Set(new(List), "x-nmae", "All")), PrepareMode.Tolerant).Report.Errors
            .Should().ContainSingle().Which.Text.Should().Contain("'x-nmae'");

    [Fact]
    public void A_mark_that_the_overlay_takes_away_and_sets_itself_is_its_own_word()
    {
        var published = Document().Put(List + "/x-name", "\"Evil\"");

        Preparer.Prepare(published, Overlay(Cure.Remove(new(List + "/x-name")), Cure.Set(new(List), "x-name", "Evil")),
            PrepareMode.Tolerant)
            .Report.Errors.Should().BeEmpty();
    }

    private static OverlayDocument Overlay(params Cure[] cures) => OverlayDocument.Parse(new JsonObject
    {
        ["overlay"] = "1.0.0", ["actions"] = new JsonArray([.. cures.Select(cure => JsonText.ParseObject(cure.ToAction(Document())))]),
    });

    private static ContractCases Make()
    {
        var cases = new ContractCases();
        cases.Takes("nothing", document => document, "class Thing", "Task<IReadOnlyList<Thing>> ListThingsAsync(int? limit = null,");
        cases.Takes("servers with variables", "/servers",
            """[{"url":"https://{region}.example.com/v1","variables":{"region":{"default":"eu","enum":["eu","us"]}}}]""", "class Thing");
        cases.Refuses("a server of its own for an operation", List + "/servers", """[{"url":"https://files.example.com"}]""");
        cases.Refuses("a server of its own for a path", "/paths/~1things/servers", """[{"url":"https://files.example.com"}]""");
        cases.Takes("security nobody knows", document => document
            .Put("/components/securitySchemes", """{"odd":{"type":"futureKind"},"oauth":{"type":"oauth2","flows":{}}}""")
            .Put("/security", """[{"odd":[]}]""").Put(List + "/security", """[{"oauth":["read"]},{}]"""), "class Thing");
        cases.Takes("documents, webhooks and other people's members", document => document
            .Put("/externalDocs", """{"url":"https://example.com"}""").Put("/x-logo", """{"url":"?"}""").Put("/info/x-api-id", "\"1\"")
            .Put("/webhooks", """{"done":{"post":{"responses":{}}}}""")
            .Put("/jsonSchemaDialect", "\"https://spec.openapis.org/oas/3.1/dialect/base\"")
            .Put(List + "/x-codeSamples", "[]").Put(List + "/externalDocs", """{"url":"https://example.com"}""")
            .Put("/paths/x-odd", "1").Put("/paths/~1things/x-odd", "1").Put("/paths/~1things/summary", "\"?\"")
            .Put(List + "/responses/x-odd", "1").Put("/tags", """[{"name":"Things","x-displayName":"T"}]"""), "class Thing");
        cases.Takes("components nobody refers to", document => document
            .Put("/components/examples", """{"One":{"value":1}}""").Put("/components/links", "{}").Put("/components/callbacks", "{}")
            .Put("/components/headers", """{"Rate":{"schema":{"type":"integer"},"example":1}}""")
            .Put("/components/pathItems", "{}").Put(Schemas + "/Unused", """{"type":"object","properties":{"a":{}}}"""), "!class Unused");
        cases.Takes("3.0", document => document.Put("/openapi", "\"3.0.3\"")
            .Put(Thing + "/name", """{"type":"string","nullable":true,"example":"a"}"""),
            "string? Name");
        cases.Refuses("3.0 it is not", "/openapi", "\"2.0\"");
        cases.Refuses("a mark of ours", List + "/x-name", "\"Evil\"");
        cases.Refuses("a mark of ours on a schema", Schemas + "/Thing/x-any-json", "true");
        cases.Refuses("a member nobody knows", List + "/future", "1");
        cases.Refuses("a text that hides something", List + "/summary", "\"a\\u202Eb\"");
        cases.Refuses("a path among the components", "/paths/~1more", """{"$ref":"#/components/pathItems/More"}""");
        cases.Refuses("a method nobody knows", "/paths/~1things/query", """{"operationId":"q","responses":{}}""");
        cases.TakesReal("Noir as it is", ("valentina", ["listCompanies", "createCompany", "updateCompany"]), document => document,
            "class Company");
        cases.TakesReal("Claude as it is", ("claude-code", ["batch_processing_v1_batch_post"]), document => document, "ProcessBatchAsync(");
        return cases;
    }
}

using System.Text.Json.Nodes;
using static Valentina.Build.Tests.Contracts.SmallContract;

namespace Valentina.Build.Tests.Contracts;

/// <summary>What becomes of changed bodies and answers.</summary>
public sealed class ContentTests
{
    private const string Body = Create + "/requestBody";
    private const string Content = Body + "/content";
    private const string Responses = List + "/responses";
    private const string Thing = """{"$ref":"#/components/schemas/Thing"}""";
    private const string NewThing = """{"$ref":"#/components/schemas/NewThing"}""";
    private const string File = """{"type":"string","format":"binary"}""";

    private static readonly ContractCases Cases = Make();

    public static TheoryData<string> Names => Cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_changed_body_or_answer_is_taken_or_refused(string name) => Cases.RunAsync(name);

    private static string Media(string type, string schema) => $$"""{"{{type}}":{"schema":{{schema}} } }""";

    private static string Form(string parts, string required = "")
        => $$"""{"type":"object","properties":{{{parts}}},"required":[{{required}}]}""";

    private static string Answer(string type, string schema) => $$"""{"description":"?","content":{{Media(type, schema)}}}""";

    private static ContractCases Make()
    {
        var cases = new ContractCases();
        Bodies(cases);
        Forms(cases);
        Answers(cases);
        return cases;
    }

    private static void Bodies(ContractCases cases)
    {
        cases.Takes("a body among the components", document => document
            .Put("/components/requestBodies", $$"""{"Made":{"content":{{Media("application/json", NewThing)}} } }""")
            .Put(Body, """{"$ref":"#/components/requestBodies/Made"}"""), "CreateThingAsync(NewThing body,", ".Json(body)");
        cases.Takes("JSON among other types", Content,
            $$"""{"application/xml":{"schema":{{NewThing}} },"application/json":{"schema":{{NewThing}},"example":{} },"text/csv":{"schema":{"type":"string"} } }""",
            "CreateThingAsync(NewThing body,");
        cases.Takes("JSON with a name of its own", Content, Media("application/vnd.thing+json", NewThing),
            ".As(\"application/vnd.thing+json\")");
        cases.Takes("JSON with a character set", Content, Media("application/json; charset=utf-8", NewThing), ".Json(body)", "!.As(");
        cases.Takes("a patch with a type of its own", Update + "/requestBody/content",
            Media("application/merge-patch+json", """{"$ref":"#/components/schemas/ThingPatch"}"""),
                ".As(\"application/merge-patch+json\")");
        cases.Takes("bytes", Content, Media("application/octet-stream", File),
            "CreateThingAsync(FileUpload file,", ".Bytes(\"application/octet-stream\", file)", "IsUpload = true");
        cases.Takes("bytes without a schema", Content, """{"application/octet-stream":{}}""", "CreateThingAsync(FileUpload file,");
        cases.Takes("an image of any type", Content, Media("image/*", File), ".Bytes(\"image/*\", file)");
        cases.Takes("plain text", Content, Media("text/plain", """{"type":"string"}"""), ".Bytes(\"text/plain\", file)");
        cases.Refuses("an object as XML", Content, Media("application/xml", NewThing), "/application~1xml");
        cases.Takes("an object written inline", Content,
            Media("application/json", """{"type":"object","properties":{"a":{"type":"string"}}}"""),
            "CreateThingAsync(CreateThingBody body,", "class CreateThingBody");
        cases.Takes("a list", Content, Media("application/json", $$"""{"type":"array","maxItems":9,"items":{{NewThing}}}"""),
            ".JsonList(body, 0, 9)");
        cases.Takes("a map", Content, Media("application/json", """{"type":"object","additionalProperties":{"type":"integer"}}"""),
            "IReadOnlyDictionary<string, int> body");
        cases.Takes("anything", Content, Media("application/json", "{}"), "CreateThingAsync(JToken body,");
        cases.Takes("examples, links and callbacks", document => document
            .Put(Content + "/application~1json/examples", """{"one":{"value":{"name":"a"}}}""")
            .Put(Create + "/callbacks", """{"done":{"{$request.body#/url}":{"post":{"responses":{}}}}}""")
            .Put(Create + "/responses/201/links", """{"self":{"operationId":"getThing"}}"""), "CreateThingAsync(NewThing body,");
        cases.TakesReal("a body of Claude's that also comes as text", ("claude-code", ["process_ai_services_compatible_v1_process_post"]),
            document =>
        {
            var operation = document["paths"]!["/v1/process"]!["post"]!;
            operation["requestBody"]!["content"]!["text/plain"] = JsonNode.Parse("""{"schema":{"type":"string"}}""");
            return document;
        }, "ProcessAsync(ProcessRequest body,");
    }

    private static void Forms(ContractCases cases)
    {
        const string text = """{"type":"string"}""";
        cases.Takes("a file of another name", Content, Media("multipart/form-data", Form($"\"avatar\":{File}")), ".Form(\"avatar\", file)");
        cases.Takes("a file that says so by its type", Content,
            Media("multipart/form-data", Form("""  "my-picture":{"type":"string","contentMediaType":"image/png"}""")),
                ".Form(\"my-picture\", file)");
        cases.Takes("a file and its particulars", Content,
            Media("multipart/form-data",
                Form($$""" "picture":{{File}},"title":{{text}},"size":{"type":"integer"},"kind":{"$ref":"#/components/schemas/Kind"}""",
                    "\"title\"")),
            "CreateThingAsync(string title, FileUpload file, int? size = null, Kind? kind = null",
            ".Field(\"title\", title)", ".Field(\"kind\", kind)", ".Form(\"picture\", file)");
        cases.Takes("a form among the components", document => document
            .Put(Schemas + "/Upload", Form($"\"file\":{File},\"note\":{text}"))
            .Put(Content, Media("multipart/form-data", """{"$ref":"#/components/schemas/Upload"}""")), ".Field(\"note\", note)",
            "!class Upload");
        cases.Takes("a form without a file", Content, Media("multipart/form-data", Form($"\"a\":{text}")), ".Field(\"a\", a)",
            ".AsMultipart()");
        cases.Takes("fields as in an address", Content,
            Media("application/x-www-form-urlencoded",
                Form($$""" "grant_type":{"type":"string","enum":["a","b"]},"scope":{"type":"array","items":{{text}}}""", "\"grant_type\"")),
            "CreateThingAsync(CreateThingGrantType grantType, IEnumerable<string>? scope = null", ".AsFields()");
        cases.Refuses("two files", Content, Media("multipart/form-data", Form($"\"a\":{File},\"b\":{File}")),
            "/multipart~1form-data/schema/properties/b");
        cases.Refuses("files without end", Content, Media("multipart/form-data", Form($$""" "files":{"type":"array","items":{{File}}}""")),
            "/multipart~1form-data/schema/properties/files");
        cases.Refuses("an object as a part", Content, Media("multipart/form-data", Form($$""" "file":{{File}},"thing":{{Thing}}""")),
            "/multipart~1form-data/schema/properties/thing");
        cases.Refuses("a form of nothing", Content, Media("multipart/form-data", text), "/multipart~1form-data/schema");
    }

    private static void Answers(ContractCases cases)
    {
        cases.Takes("an answer among the components", document => document
            .Put("/components/responses", $$"""{"One":{{Answer("application/json", Thing)}}}""")
            .Put(Responses, """{"200":{"$ref":"#/components/responses/One"}}"""), "Task<Thing> ListThingsAsync(");
        cases.Takes("an answer of several types", Responses,
            $$"""{"200":{"description":"?","content":{"text/csv":{},"application/json":{"schema":{{Thing}} },"text/event-stream":{} } } }""",
            "Task<Thing> ListThingsAsync(", "!.Header(\"Accept\"");
        cases.Takes("an answer of a type of its own", Responses, $$"""{"200":{{Answer("application/hal+json", Thing)}}}""",
            "Task<Thing> ListThingsAsync(", ".Header(\"Accept\", \"application/hal+json\")");
        cases.Takes("an answer or none", Responses, $$"""{"200":{{Answer("application/json", Thing)}},"204":{"description":"None."} }""",
            "Task<Thing?> ListThingsAsync(", ".OrNothing()");
        cases.Takes("two answers of one type", Responses,
            $$"""{"200":{{Answer("application/json", Thing)}},"201":{{Answer("application/json", Thing)}}}""",
            "Task<Thing> ListThingsAsync(");
        cases.Refuses("two answers of two types", Responses,
            $$"""{"200":{{Answer("application/json", Thing)}},"202":{{Answer("application/json", "{\"type\":\"string\"}")}}}""");
        cases.Takes("two answers without content", Responses, """{"202":{"description":"?"},"204":{"description":"?"}}""",
            "Task ListThingsAsync(");
        cases.Takes("a range of statuses", Responses, $$"""{"2XX":{{Answer("application/json", Thing)}},"4XX":{"description":"?"} }""",
            "Task<Thing> ListThingsAsync(");
        cases.Takes("nothing but a default", Responses, $$"""{"default":{{Answer("application/json", Thing)}}}""",
            "Task<Thing> ListThingsAsync(");
        cases.Refuses("no success", Responses, """{"404":{"description":"?"}}""");
        cases.Refuses("a status that is none", Responses + "/OK", """{"description":"?"}""");
        cases.Takes("a stream of events", Responses, $$"""{"200":{{Answer("text/event-stream", "{\"type\":\"string\"}")}}}""",
            "IAsyncEnumerable<ServerSentEvent> ListThingsAsync(", "IEnumerable<ServerSentEvent> ListThings(",
            ".Header(\"Accept\", \"text/event-stream\")");
        cases.Takes("bytes as an answer", Responses, $$"""{"200":{{Answer("application/octet-stream", File)}}}""",
            "Task<FileDownload> ListThingsAsync(");
        cases.Takes("text as an answer", Responses, $$"""{"200":{{Answer("text/plain", "{\"type\":\"string\"}")}}}""",
            "Task<FileDownload> ListThingsAsync(");
        const string lists = """{"type":"object","additionalProperties":{"type":"array","items":{"$ref":"#/components/schemas/Thing"}}}""";
        cases.Takes("a map of lists as an answer", Responses, $$"""{"200":{{Answer("application/json", lists)}} }""",
            "Task<IReadOnlyDictionary<string, IReadOnlyList<Thing>>> ListThingsAsync(");
        cases.Takes("one value as an answer", Responses,
            $$"""{"200":{{Answer("application/json", "{\"type\":\"integer\",\"format\":\"int64\"}")}}}""", "Task<long> ListThingsAsync(");
        cases.Takes("an answer without a schema", Responses, """{"200":{"description":"?","content":{"application/json":{}}}}""",
            "Task<JToken> ListThingsAsync(");
        cases.Takes("HEAD and OPTIONS", document => document
            .Put("/paths/~1things/head", """{"tags":["Things"],"operationId":"probeThings","responses":{"200":{"description":"?"}}}""")
            .Put("/paths/~1things/options", """{"tags":["Things"],"operationId":"askThings","responses":{"200":{"description":"?"}}}"""),
            "Task ProbeThingsAsync(", "new(\"probeThings\", Head,", "new(\"askThings\", Options,");
        cases.Refuses("TRACE", "/paths/~1things/trace",
            """{"tags":["Things"],"operationId":"traceThings","responses":{"200":{"description":"?"}}}""");
        cases.TakesReal("a stream of events of Claude's", ("claude-code", ["chat_completion_v1_chat_completions_post"]), document =>
        {
            var answer = document["paths"]!["/v1/chat/completions"]!["post"]!["responses"]!["200"]!;
            answer["content"] = JsonNode.Parse("""{"text/event-stream":{}}""");
            return document;
        }, "IAsyncEnumerable<ServerSentEvent> CreateChatCompletionAsync(ChatCompletionRequest body,");
    }
}

using System.Text.Json.Nodes;

namespace Valentina.Build.Tests.View;

/// <summary>What an operation becomes: a client, a method, parameters in a stable order, one answer, its marks.</summary>
public sealed class OperationTests
{
    private static string Parameter(
        string name, string place, string schema = """{"type":"string","format":"uuid"}""", bool required = true, string marks = "")
        => $$"""{"name":"{{name}}","in":"{{place}}","required":{{(required ? "true" : "false")}},"schema":{{schema}}{{marks}}}""";

    private static JsonObject Things(string parameters, string path = "/a/{a_id}/b/{b_id}")
        => Given.Document(Given.Operation("getThing", "get", path, parameters: parameters)).View().OperationOf(path, "get");

    [Fact]
    public void Parameters_come_in_the_order_of_the_path_whatever_the_document_says()
    {
        var operation = Things(string.Join(
            ',', Parameter("limit", "query", """{"type":"integer"}""", required: false), Parameter("b_id", "path"),
            Parameter("a_id", "path")));

        operation["parameters"]!.AsArray().Select(p => p!["x-originalName"]!.GetValue<string>()).Should().Equal("aId", "bId", "limit");
    }

    [Fact]
    public void A_path_parameter_that_is_not_declared_stops_the_build()
        => Given.Document(Given.Operation("getThing", "get", "/a/{a_id}")).Error().Problem.Should().Contain("'a_id'");

    [Fact]
    public void Headers_are_no_parameters_of_a_method()
    {
        var document = Given.Document(Given.Operation(
            "doThing", "post", "/a",
            parameters: string.Join(',', Parameter("On-Behalf-Of", "header"), Parameter("Idempotency-Key", "header"))));
        var operation = document.View().OperationOf("/a", "post");

        operation["parameters"]!.AsArray().Should().BeEmpty();
        operation["x-idempotency"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public void A_parameter_in_a_cookie_stops_the_build()
        => Given.Document(Given.Operation("getThing", "get", "/a", parameters: Parameter("x", "cookie"))).Error()
            .Pointer.Text.Should().EndWith("/in");

    [Fact]
    public void An_object_as_a_parameter_stops_the_build()
        => Given.Document(Given.Operation("getThing", "get", "/a", parameters: Parameter("x", "query", """{"type":"object"}"""))).Error()
            .Pointer.Text.Should().Be("/paths/~1a/get/parameters/0/schema");

    [Fact]
    public void The_limits_of_a_number_travel_with_the_parameter()
        => Things(
            Parameter("limit", "query", """{"type":"integer","minimum":0.0,"maximum":100.0}""", required: false),
            "/a")["parameters"]![0]!["x-range"]!
            .GetValue<string>().Should().Be("0, 100");

    [Fact]
    public void Client_and_method_come_from_the_tag_and_the_id_or_from_the_overlay()
    {
        const string marks = "\"tags\": [\"Campaigns - Books\"]";
        Given.Document(Given.Operation("list_things", "get", "/a", marks: marks)).View().OperationOf("/a", "get")["operationId"]!
            .GetValue<string>()
                .Should().Be("CampaignsBooks_ListThings");
        ((string?)Given.Document(Given.Operation("list_things", "get", "/a", marks: "\"x-group\": \"Books\", \"x-call\": \"ListAsync\""))
            .View().OperationOf("/a", "get")["x-call"]).Should().Be("ListAsync");
        Given.Document(Given.Operation("list_things", "get", "/a", marks: "\"x-group\": \"Books\", \"x-name\": \"ListAll\"")).View()
            .OperationOf("/a", "get")["operationId"]!
                .GetValue<string>().Should().Be("Books_ListAll");
    }

    [Fact]
    public void An_operation_that_belongs_nowhere_stops_the_build()
        => Given.Document(Given.Operation("getThing", "get", "/a", marks: "\"deprecated\": false")).Error()
            .Problem.Should().Contain("x-group");

    [Theory]
    [InlineData("get", "", true)]
    [InlineData("delete", "", true)]
    [InlineData("put", "", true)]
    [InlineData("put", ", \"x-not-repeatable\": true", false)]
    [InlineData("post", "", false)]
    [InlineData("patch", "", false)]
    public void What_may_be_repeated_follows_from_the_method_and_the_overlay(string method, string mark, bool repeatable)
        => Given.Document(Given.Operation("doThing", method, "/a", marks: "\"tags\": [\"T\"]" + mark)).View()
            .OperationOf("/a", method)["x-repeatable"]!
                .GetValue<bool>().Should().Be(repeatable);

    [Theory]
    [InlineData("required", "Required")]
    [InlineData("honoured", "Honoured")]
    [InlineData("ignored", "Ignored")]
    public void The_acting_user_is_as_the_overlay_says(string mark, string expected)
        => Given.Document(Given.Operation("doThing", "get", "/a", marks: $"\"tags\": [\"T\"], \"x-on-behalf-of\": \"{mark}\"")).View()
            .OperationOf("/a", "get")["x-acting-user"]!
                .GetValue<string>().Should().Be(expected);

    [Fact]
    public void A_page_is_the_one_generic_page_and_leaves_no_class()
    {
        const string page = """
            "OffsetPagination_Thing_": {"type":"object","properties":{"items":{"type":"array","items":{"$ref":"#/components/schemas/Thing"}},
              "limit":{"type":"integer"},"offset":{"type":"integer"},"total":{"type":"integer"}}},
            "Thing": {"type":"object","properties":{"a":{"type":"string"}}}
            """;
        var view = Given.Document(
            Given.Operation(
                "listThings", "get", "/a", answer: Given.Reference("OffsetPagination_Thing_"),
                parameters: Parameter("limit", "query", """{"type":"integer","maximum":1000}""", required: false)),
            page).View();

        view.Types().Should().Equal("Thing");
        view.OperationOf("/a", "get")["x-result-type"]!.GetValue<string>().Should().Be("global::Valentina.Page<Thing>");
        view.OperationOf("/a", "get")["x-max-page"]!.GetValue<string>().Should().Be("1000");
    }

    [Fact]
    public void A_list_as_body_brings_its_limits()
        => Given.Document(Given.Operation("doThing", "post", "/a", body: """{"type":"array","maxItems":200,"items":{"type":"string"}}"""))
            .View()
                .OperationOf("/a", "post")["x-body-items"]!.GetValue<string>().Should().Be("0, 200");

    [Fact]
    public void What_the_contract_calls_deprecated_says_so_in_its_docs()
        => Given.Document(Given.Operation("doThing", "get", "/a", marks: "\"tags\": [\"T\"], \"deprecated\": true")).View()
            .OperationOf("/a", "get")["x-summary"]!.GetValue<string>().Should().EndWith("may remove it.");

    [Fact]
    public void A_form_of_one_file_is_an_upload()
        => View("post", """{"multipart/form-data":{"schema":{"type":"object","properties":{"file":{"type":"string","contentMediaType":"application/octet-stream"}}}}}""", "requestBody")
            ["x-file-part"]!.GetValue<string>().Should().Be("file");

    [Fact]
    public void A_form_of_values_has_a_parameter_for_each()
        => View("post", """{"multipart/form-data":{"schema":{"type":"object","properties":{"name":{"type":"string"}}}}}""", "requestBody")
            ["parameters"]![0]!["x-field"]!.GetValue<string>().Should().Be("name");

    [Theory]
    [InlineData("""{"application/zip":{"schema":{"type":"string","contentMediaType":"application/octet-stream"}}}""")]
    [InlineData("""{"application/json":{"schema":{"type":"string","format":"binary"}}}""")]
    public void A_binary_answer_is_a_download(string content)
        => View("get", content, "200")["x-answer"]!.GetValue<string>().Should().Be("file");

    [Fact]
    public void An_answer_without_content_is_nothing()
        => Given.Document(Given.Operation("doThing", "delete", "/a")).View().OperationOf("/a", "delete")["x-answer"]!.GetValue<string>()
            .Should().Be("none");

    [Fact]
    public void An_answer_of_any_JSON_is_reported()
    {
        var view = Given.Document(Given.Operation("getThing", "get", "/a", answer: "{}")).View();

        view.OperationOf("/a", "get")["x-result-type"]!.GetValue<string>().Should().Be("global::Newtonsoft.Json.Linq.JToken");
        view.Report.Decided.Should().ContainSingle();
    }

    [Fact]
    public void Two_success_answers_of_two_types_stop_the_build()
    {
        var document = Given.Document(Given.Operation("getThing", "get", "/a", answer: """{"type":"string"}"""));
        document["paths"]!["/a"]!["get"]!["responses"]!["201"] = SpecTool.Json.JsonText.ParseObject(
            """{"description":"Made","content":{"application/json":{"schema":{"type":"integer"}}}}""");

        document.Error().Pointer.Text.Should().Be("/paths/~1a/get/responses");
    }

    [Fact]
    public void Error_answers_do_not_reach_the_generator()
        => Given.Document(Given.Operation("getThing", "get", "/a"))
            .View()
            .OperationOf("/a", "get")["responses"]!
            .AsObject()
            .Select(r => r.Key)
            .Should().Equal("204");

    private static JsonObject View(string method, string content, string where)
    {
        var document = Given.Document(Given.Operation("doThing", method, "/a"));
        var operation = document["paths"]!["/a"]![method]!.AsObject();
        var target = where == "requestBody" ? operation["requestBody"] = new JsonObject() : operation["responses"]![where]!;
        target["content"] = SpecTool.Json.JsonText.ParseObject(content);
        return document.View().OperationOf("/a", method);
    }
}

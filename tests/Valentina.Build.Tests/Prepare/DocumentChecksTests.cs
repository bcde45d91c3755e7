using System.Text.Json.Nodes;
using Valentina.SpecTool.Prepare;

namespace Valentina.Build.Tests.Prepare;

/// <summary>The document is untrusted input: what could reach the generated code is refused, with the place of the error.</summary>
public sealed class DocumentChecksTests
{
    private const string Get = "/paths/~1things~1{thing_id}/get";

    [Fact]
    public void A_sound_document_has_no_errors() => DocumentChecks.Check(Minimal.Document()).Should().BeEmpty();

    [Theory]
    [InlineData("Thing; } class Evil {")]
    [InlineData("Thing\nEvil")]
    [InlineData("1Thing")]
    [InlineData("")]
    [InlineData("Тhing")]
    public void A_poisoned_schema_name_is_refused(string name)
        => Errors(document => document["components"]!["schemas"]![name] = new JsonObject { ["type"] = "object" })
            .Should().ContainMatch("/components/schemas/*not allowed as the key of a component*");

    [Theory]
    [InlineData("x-name", "thing")]
    [InlineData("x-name", "Thing\"); Evil(")]
    [InlineData("x-group", "A.B")]
    public void A_poisoned_name_of_an_operation_is_refused(string member, string name)
        => Errors(document => Operation(document)[member] = name).Should().ContainMatch($"{Get}/{member}: *not allowed*");

    [Theory]
    [InlineData("get thing")]
    [InlineData("getThing(){}")]
    [InlineData("getThing\u0000")]
    public void A_poisoned_operation_id_is_refused(string id)
        => Errors(document => Operation(document)["operationId"] = id).Should().ContainMatch($"{Get}/operationId: *");

    [Theory]
    [InlineData("id\"")]
    [InlineData("id\r\n")]
    public void A_poisoned_member_name_is_refused(string name)
        => Errors(document => document["components"]!["schemas"]!["Thing"]!["properties"]![name] = new JsonObject { ["type"] = "string" })
            .Should().ContainMatch("/components/schemas/Thing/properties/*not allowed as the name of a member*");

    [Theory]
    [InlineData("OLD\"")]
    [InlineData("OLD\\")]
    [InlineData("*/")]
    public void A_poisoned_value_of_a_set_is_refused(string value)
        => Errors(document => document["components"]!["schemas"]!["Kind"]!["enum"]!.AsArray().Add(value))
            .Should().ContainMatch("/components/schemas/Kind/enum: *not allowed as the value of an enumeration*");

    [Theory]
    [InlineData("/things/{thing id}")]
    [InlineData("/things\"/x")]
    [InlineData("things")]
    [InlineData("/things/../x?y=1")]
    public void A_poisoned_path_is_refused(string path)
        => Errors(document => document["paths"]![path] = new JsonObject()).Should().ContainMatch("/paths/*not allowed as a path*");

    [Theory]
    [InlineData("bell \u0007")]
    [InlineData("reordered \u202E text")]
    [InlineData("isolated \u2066 text")]
    [InlineData("line \u2028 separator")]
    [InlineData("carriage\rreturn")]
    public void A_text_that_hides_something_is_refused(string text)
        => Errors(document => Operation(document)["summary"] = text).Should().Equal(
            $"{Get}/summary: The text holds control characters or marks that change the writing direction.");

    [Theory]
    [InlineData("""{"not":{}}""", "not")]
    [InlineData("""{"patternProperties":{}}""", "patternProperties")]
    [InlineData("""{"future":{}}""", "future")]
    public void An_unknown_construct_is_refused(string schema, string keyword)
        => Errors(document => document["components"]!["schemas"]!["Thing"]!["properties"]!["odd"] = JsonNode.Parse(schema))
            .Should().ContainMatch($"/components/schemas/Thing/properties/odd/{keyword}: *not understood*");

    [Fact]
    public void A_second_schema_beside_a_reference_is_refused()
        => Errors(document => document["components"]!["schemas"]!["Thing"]!["properties"]!["kind"]!["type"] = "string")
            .Should().Equal("/components/schemas/Thing/properties/kind/type: Beside a reference there can be a description or a default, not a second schema.");

    [Theory]
    [InlineData("#/components/schemas/Nowhere")]
    [InlineData("other.json#/Thing")]
    [InlineData("https://example.com/thing.json")]
    public void A_reference_that_leaves_the_document_is_refused(string reference)
        => Errors(document => document["components"]!["schemas"]!["Thing"]!["properties"]!["kind"]!["$ref"] = reference)
            .Should().ContainMatch("/components/schemas/Thing/properties/kind/$ref: *leads nowhere*");

    [Fact]
    public void Two_types_of_one_name_are_refused()
        => Errors(document => document["components"]!["schemas"]!["Kind"]!["x-name"] = "Thing")
            .Should().Equal("/components/schemas/Kind: The type name 'Thing' is already taken by 'Thing'.");

    [Fact]
    public void Two_members_of_one_name_are_refused()
        => Errors(document => document["components"]!["schemas"]!["Thing"]!["properties"]!["i_d"] = new JsonObject { ["type"] = "string" })
            .Should().Equal("/components/schemas/Thing/properties/i_d: The member name 'ID' is already taken by 'id'.");

    [Fact]
    public void Two_operations_of_one_name_are_refused()
        => Errors(document => document["paths"]!["/other"] = JsonNode.Parse("""{"get":{"operationId":"GetThing","responses":{}}}"""))
            .Should().Equal("/paths/~1other/get: The operation name 'GetThing' is already taken by " + Get + ".");

    [Fact]
    public void A_hole_in_the_path_is_refused()
        => Errors(document => Operation(document).Remove("parameters"))
            .Should().Equal($"{Get}/parameters: The path parameter 'thing_id' is not declared.");

    [Fact]
    public void A_required_member_that_is_not_declared_is_refused()
        => Errors(document => document["components"]!["schemas"]!["Thing"]!["required"]!.AsArray().Add("gone"))
            .Should().Equal("/components/schemas/Thing/required: A required member is not declared.");

    [Fact]
    public void An_operation_without_a_rule_for_the_acting_user_is_refused_where_the_others_have_one()
        => Errors(document =>
        {
            Operation(document)["x-on-behalf-of"] = "ignored";
            document["paths"]!["/other"] = JsonNode.Parse("""{"get":{"operationId":"listThings","responses":{}}}""");
        }).Should().Equal("/paths/~1other/get: Nothing says whether this operation looks at the acting user.");

    [Theory]
    [InlineData("x-name")]
    [InlineData("x-on-behalf-of")]
    [InlineData("x-any-json")]
    public void A_published_document_cannot_steer_the_generator(string member)
    {
        var published = Minimal.Document();
        Operation(published)[member] = "Evil";
        FluentActions.Invoking(() => Preparer.Prepare(published, Minimal.Overlay()))
            .Should().Throw<Valentina.SpecTool.Json.SpecException>()
            .WithMessage($"{Get}/{member}: A published document must not carry extension members*");
    }

    [Fact]
    public void A_message_never_repeats_what_could_disturb_a_terminal()
        => Errors(document => document["components"]!["schemas"]!["Evil\u001b[31m"] = new JsonObject { ["type"] = "object" })
            .Should().ContainMatch("*'Evil??31m'*");

    private static JsonObject Operation(JsonObject document) => document["paths"]!["/things/{thing_id}"]!["get"]!.AsObject();

    private static IEnumerable<string> Errors(Action<JsonObject> poison)
    {
        var document = Minimal.Document();
        poison(document);
        return DocumentChecks.Check(document).Select(error => error.ToString());
    }
}

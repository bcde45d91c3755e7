using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.View;

namespace Valentina.Build.Tests.View;

/// <summary>Small documents around the one thing a test is about, and the view made of them.</summary>
internal static class Given
{
    /// <summary>A document whose one answer is the schema Thing, which has one member called <c>member</c>.</summary>
    public static JsonObject Answer(string member, string components = "", string required = "\"member\"")
        => Document(
            Operation("getThing", "get", "/thing", answer: Reference("Thing")),
            Thing(member, components, required));

    /// <summary>The same, sent as the body of a POST.</summary>
    public static JsonObject Request(string member, string components = "", string required = "\"member\"")
        => Document(
            Operation("createThing", "post", "/thing", body: Reference("Thing")),
            Thing(member, components, required));

    /// <summary>The same, sent as the body of a PATCH.</summary>
    public static JsonObject Patch(string member, string components = "")
        => Document(
            Operation("updateThing", "patch", "/thing", body: Reference("Thing")),
            Thing(member, components, ""));

    /// <summary>A document of operations and schemas.</summary>
    public static JsonObject Document(string paths, string components = "") => JsonText.ParseObject(
        $$"""{ "openapi": "3.1.0", "info": { "title": "Small", "version": "1" }, "paths": { {{paths}} }, "components": { "schemas": { {{components}} } } }""");

    /// <summary>A path with one operation.</summary>
    public static string Operation(
        string id,
        string method,
        string path,
        string? body = null,
        string? answer = null,
        string parameters = "",
        string marks = "\"tags\": [\"Things\"]")
    {
        var content = answer is null ? "" : $$""", "content": { "application/json": { "schema": {{answer}} } }""";
        var sent = body is null
            ? ""
            : $$""" "requestBody": { "required": true, "content": { "application/json": { "schema": {{body}} } } },""";
        return $$"""
            "{{path}}": { "{{method}}": { {{marks}}, "operationId": "{{id}}", "parameters": [ {{parameters}} ], {{sent}}
              "responses": { "200": { "description": "Success"{{content}} }, "default": { "description": "Failure" } } } }
            """;
    }

    public static string Reference(string key) => $$"""{ "$ref": "#/components/schemas/{{key}}" }""";

    /// <summary>The view of a document.</summary>
    public static ApiView View(this JsonObject document, string texts = "{}")
        => ApiView.Create("Small", document, JsonText.ParseObject(texts));

    /// <summary>A schema of the view.</summary>
    public static JsonObject Schema(this ApiView view, string name)
        => view.Document["components"]!["schemas"]![name] as JsonObject
            ?? throw new InvalidOperationException($"The view has no {name}, only {string.Join(", ", view.Types())}.");

    /// <summary>The names of all schemas of the view.</summary>
    public static IEnumerable<string> Types(this ApiView view) => view.Document["components"]!["schemas"]!.AsObject().Select(s => s.Key);

    /// <summary>The one member of Thing, or another.</summary>
    public static JsonObject Member(this ApiView view, string name = "member", string owner = "Thing")
        => view.Schema(owner)["properties"]![name]!.AsObject();

    /// <summary>What NSwag makes a type of: the member without everything that starts with x-.</summary>
    public static string Shape(this JsonObject member)
    {
        var bare = (JsonObject)member.DeepClone();
        foreach (var name in bare.Select(m => m.Key).Where(k => k.StartsWith("x-", StringComparison.Ordinal)).ToList())
        {
            bare.Remove(name);
        }

        return bare.ToJsonString().Replace("\"", "'", StringComparison.Ordinal);
    }

    /// <summary>The checks of a member.</summary>
    public static IEnumerable<string> Checks(this JsonObject member) => member["x-checks"]!.AsArray().Select(c => c!.GetValue<string>());

    /// <summary>An operation of the view.</summary>
    public static JsonObject OperationOf(this ApiView view, string path, string method)
        => view.Document["paths"]![path]![method]!.AsObject();

    /// <summary>The error that stops the view of a document.</summary>
    public static SpecException Error(this JsonObject document)
        => FluentActions.Invoking(() => document.View()).Should().Throw<SpecException>().Which;

    private static string Thing(string member, string components, string required)
        => $$"""
            "Thing": { "type": "object", "properties": { "member": {{member}} }, "required": [ {{required}} ] }{{(components.Length > 0 ? ", " + components : "")}}
            """;
}

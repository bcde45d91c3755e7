
namespace Valentina.Build.Tests.Drift.Loading;

/// <summary>What is no OpenAPI document is never taken for one without differences: exit code 3 and one clear sentence.</summary>
public sealed class UnreadableDocumentTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly DocumentServer _server = new();

    public static TheoryData<string, string, string> Texts => new()
    {
        {
            "a proxy's page", "<!DOCTYPE html><html><body>Sign in</body></html>",
            "is a web page or XML, not an OpenAPI document: perhaps a proxy or a login page answered."
        },
        { "an empty file", "", "is empty." },
        { "a blank file", " \n\t\n", "is empty." },
        {
            "JSON that is cut off", """{"openapi": "3.1.0", "paths": {"/a": {""",
            "is not valid JSON from line 1 on: it is cut off or damaged."
        },
        {
            "JSON with a member twice", """{"openapi": "3.1.0", "openapi": "3.1.0", "paths": {}}""",
            "is not valid JSON from line 1 on: it is cut off or damaged."
        },
        { "a list", "[1, 2]", "is no OpenAPI document: its top level is not an object." },
        { "a word", "nothing", "is no OpenAPI document: its top level is not an object." },
        { "other JSON", """{"detail": "Not Found"}""", "has no member 'openapi', so it is no OpenAPI document." },
        { "Swagger 2.0", """{"swagger": "2.0", "paths": {}}""", "is a Swagger 2.0 document; OpenAPI 3.0, 3.1 and 3.2 are read." },
        { "OpenAPI 4", """{"openapi": "4.0.0", "paths": {}}""", "is an OpenAPI 4.0.0 document; 3.0, 3.1 and 3.2 are read." },
        {
            "a document without operations", """{"openapi": "3.1.0", "info": {}, "paths": {}}""",
            "describes no operations; it is empty or cut off."
        },
        { "broken YAML", "openapi: 3.1.0\npaths: [", "is neither JSON nor valid YAML (line 3)." },
        { "a reference that leads nowhere", Referring("#/components/schemas/Gone"), "is damaged: The reference #/components/schemas/Gone at /paths/~1a/get/responses/200/content/application~1json/schema leads nowhere." },
        { "a reference to itself", Referring("#/paths/~1a/get/responses/200/content/application~1json/schema"), "is damaged: The schema #/paths/~1a/get/responses/200/content/application~1json/schema consists of nothing but a reference to itself." },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_file_that_is_no_document_gives_exit_code_3(string what, string text, string sentence)
    {
        var head = _folder.File("head", text);

        var run = await Tool.RunAsync(["drift", "--base", Bakery(), "--head", head]);

        run.Code.Should().Be(3, what);
        run.Output.Should().BeEmpty();
        run.Error.Should().Be($"{head} {sentence}\n");
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task An_address_that_serves_no_document_gives_exit_code_3(string what, string text, string sentence)
    {
        _server.Answer("/openapi.json", text, "text/html");

        var run = await Tool.RunAsync(["drift", "--base", Bakery(), "--head", _server.Url + "/openapi.json"]);

        run.Code.Should().Be(3, what);
        run.Error.Should().Be($"{_server.Url}/openapi.json {sentence}\n");
    }

    [Fact]
    public async Task A_base_that_is_no_document_gives_exit_code_3_too()
    {
        var run = await Tool.RunAsync(["drift", "--base", _folder.File("base", "{"), "--head", Bakery()]);

        run.Code.Should().Be(3);
    }

    [Fact]
    public async Task A_missing_file_gives_exit_code_3()
    {
        var run = await Tool.RunAsync(["drift", "--base", Bakery(), "--head", Path.Combine(_folder.Root, "nowhere.json")]);

        run.Code.Should().Be(3);
        run.Error.Should().EndWith("nowhere.json does not exist.\n");
    }

    [Fact]
    public async Task A_folder_gives_exit_code_3()
    {
        var run = await Tool.RunAsync(["drift", "--base", Bakery(), "--head", _folder.Root]);

        run.Code.Should().Be(3);
        run.Error.Should().EndWith("is a folder, not a document.\n");
    }

    [Theory]
    [InlineData(404, "answered 404 Not Found.")]
    [InlineData(401, "answered 401 Unauthorized.")]
    [InlineData(503, "answered 503 Service Unavailable.")]
    public async Task An_address_that_answers_with_an_error_gives_exit_code_3(int status, string sentence)
    {
        _server.Answer("/openapi.json", "{}", status: status);

        var run = await Tool.RunAsync(["drift", "--base", Bakery(), "--head", _server.Url + "/openapi.json"]);

        run.Code.Should().Be(3);
        run.Error.Should().Be($"{_server.Url}/openapi.json {sentence}\n");
    }

    [Fact]
    public async Task An_address_nobody_listens_on_gives_exit_code_3()
    {
        using var port = new RefusingPort();
        var run = await Tool.RunAsync(["drift", "--base", Bakery(), "--head", port.Url + "/openapi.json"]);

        run.Code.Should().Be(3);
        run.Error.Should().Contain("/openapi.json cannot be reached: ").And.EndWith(".\n");
        run.Error.TrimEnd('\n').Should().NotContain("\n");
    }

    [Fact]
    public async Task A_secret_within_an_address_is_not_shown()
    {
        var address = _server.Url.Replace("http://", "http://me:hidden@", StringComparison.Ordinal) + "/openapi.json?token=secret";

        var run = await Tool.RunAsync(["drift", "--base", Bakery(), "--head", address]);

        run.Code.Should().Be(3);
        (run.Output + run.Error).Should().NotContain("hidden").And.NotContain("secret");
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static string Referring(string reference) => """
        {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {"responses": {"200": {"description": "Success",
        "content": {"application/json": {"schema": {"$ref": "REFERENCE"}}}}}}}}}
        """.Replace("REFERENCE", reference, StringComparison.Ordinal);

    private string Bakery() => _folder.File("bakery.json", ChangeCase.Bakery.ToJsonString());
}

namespace Valentina.Build.Tests.Drift.Loading;

/// <summary>A document in several files, or at several addresses of a server, is read as a whole.</summary>
public sealed class ExternalReferenceTests : IDisposable
{
    private const string Root = """
        openapi: 3.1.0
        info: {title: Bakery, version: "1"}
        paths:
          /breads:
            $ref: paths/breads.yaml
          /cakes:
            get:
              operationId: listCakes
              responses:
                "200":
                  $ref: 'answers.yaml#/Cakes'
        components:
          schemas:
            Bread: {type: object, required: [name], properties: {name: {type: string}}}
        """;

    private const string Breads = """
        get:
          operationId: listBreads
          responses:
            "200":
              description: Success
              content:
                application/json:
                  schema: {$ref: ../openapi.yaml#/components/schemas/Bread}
        """;

    private const string Answers = """
        Cakes:
          description: Success
          content: {application/json: {schema: {$ref: '#/Cake'}}}
        Cake: {type: object, properties: {size: {type: integer, maximum: 9}}}
        """;

    private readonly Folder _folder = new();
    private readonly DocumentServer _server = new();

    [Fact]
    public async Task A_change_in_another_file_is_found()
    {
        var old = Write("old", Answers);
        var now = Write("new", Answers.Replace("maximum: 9", "maximum: 12", StringComparison.Ordinal));

        var run = await Tool.RunAsync(["drift", "--base", old, "--head", now, "--fail-on", "any"]);

        run.Code.Should().Be(1, run.Error);
        run.Output.Should().Contain("response-property-max-increased").And.Contain("GET /cakes");
    }

    [Fact]
    public async Task An_operation_in_another_file_is_compared()
    {
        var old = Write("old", Answers);
        var now = Write("new", Answers);
        _folder.File("new/paths/breads.yaml", Breads.Replace("get:", "put:", StringComparison.Ordinal));

        (await Tool.RunAsync(["drift", "--base", old, "--head", now])).Output.Should().Contain("api-removed-without-deprecation");
    }

    [Fact]
    public async Task The_same_files_in_another_folder_are_no_change()
    {
        var run = await Tool.RunAsync(["drift", "--base", Write("one", Answers), "--head", Write("two", Answers), "--fail-on", "any"]);

        run.Code.Should().Be(0, run.Output + run.Error);
    }

    [Fact]
    public async Task Addresses_of_the_same_server_are_followed()
    {
        Serve(Answers.Replace("maximum: 9", "maximum: 12", StringComparison.Ordinal));

        var run = await Tool.RunAsync(
            ["drift", "--base", Write("old", Answers), "--head", _server.Url + "/openapi.yaml", "--fail-on", "any"]);

        run.Code.Should().Be(1, run.Error);
        run.Output.Should().Contain("response-property-max-increased");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/answers.yaml#/Cakes")]
    [InlineData("file:///etc/answers.yaml#/Cakes")]
    public async Task Another_server_or_a_file_is_not_followed_from_a_server(string reference)
    {
        Serve(Answers, Root.Replace("answers.yaml#/Cakes", reference, StringComparison.Ordinal));

        var run = await Tool.RunAsync(["drift", "--base", Write("old", Answers), "--head", _server.Url + "/openapi.yaml"]);

        run.Code.Should().Be(3);
        run.Error.Should().Contain("which is not followed");
    }

    [Fact]
    public async Task A_file_that_is_missing_gives_exit_code_3()
    {
        var old = Write("old", Answers);
        File.Delete(Path.Combine(_folder.Root, "old", "paths", "breads.yaml"));

        var run = await Tool.RunAsync(["drift", "--base", old, "--head", old]);

        run.Code.Should().Be(3);
        run.Error.Should().EndWith("breads.yaml does not exist.\n");
    }

    [Fact]
    public async Task A_place_that_is_missing_in_another_file_gives_exit_code_3()
    {
        var old = Write("old", Answers.Replace("Cake:", "Pie:", StringComparison.Ordinal));

        (await Tool.RunAsync(["drift", "--base", old, "--head", old])).Code.Should().Be(3);
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private string Write(string folder, string answers)
    {
        _folder.File($"{folder}/paths/breads.yaml", Breads);
        _folder.File($"{folder}/answers.yaml", answers);
        return _folder.File($"{folder}/openapi.yaml", Root);
    }

    private void Serve(string answers, string root = Root)
    {
        _server.Answer("/openapi.yaml", root, "application/yaml");
        _server.Answer("/paths/breads.yaml", Breads, "application/yaml");
        _server.Answer("/answers.yaml", answers, "application/yaml");
    }
}

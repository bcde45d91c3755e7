using System.Globalization;
using System.Text;

namespace Valentina.Build.Tests.Drift.Loading;

/// <summary>
/// Documents made to break a reader end with exit code 3 and one sentence, or are simply compared; none crashes or runs away.
/// </summary>
public sealed class HostileDocumentTests : IDisposable
{
    private const string Head = "openapi: 3.1.0\ninfo: {title: T, version: \"1\"}\n";
    private const string Paths = "paths: {/a: {get: {responses: {200: {description: Success}}}}}\n";

    private readonly Folder _folder = new();

    [Fact]
    public async Task An_alias_to_what_it_stands_in_never_ends()
        => (await RefusedAsync(Head + "x-loop: &loop\n  again: *loop\n" + Paths)).Should().Contain("holds an alias to what it stands in");

    [Fact]
    public async Task An_alias_to_nothing_is_told()
        => (await RefusedAsync(Head + "x-lost: *lost\n" + Paths)).Should().Contain("holds an alias to nothing");

    [Fact]
    public async Task Aliases_of_aliases_do_not_grow_without_bound()
    {
        var text = new StringBuilder(Head).Append("x-a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]\n");
        for (var letter = 'b'; letter <= 'j'; letter++)
        {
            var list = string.Join(", ", Enumerable.Repeat($"*{(char)(letter - 1)}", 10));
            text.Append(CultureInfo.InvariantCulture, $"x-{letter}: &{letter} [{list}]\n");
        }

        (await RefusedAsync(text + Paths)).Should().Contain("grows beyond");
    }

    [Theory]
    [InlineData("JSON", "{\"openapi\": \"3.1.0\", \"x\": ")]
    [InlineData("YAML", "openapi: 3.1.0\nx: ")]
    public async Task Twenty_thousand_brackets_nest_too_deep(string what, string head)
        => (await RefusedAsync(head + new string('[', 20_000))).Should().Contain("nests deeper than 256 levels", what);

    [Fact]
    public async Task Three_thousand_levels_of_indentation_nest_too_deep()
    {
        var levels = Enumerable.Range(1, 3000).Select(level => new string(' ', level) + "a:\n");

        (await RefusedAsync(Head + "paths:\n" + string.Concat(levels))).Should().Contain("nests deeper than 256 levels");
    }

    [Fact]
    public async Task A_chain_of_twenty_thousand_references_is_refused()
        => (await RefusedAsync(Document(Chain(20_000, "{\"$ref\": \"#/components/schemas/C{0}\"}")))).Should().Contain("without end");

    [Fact]
    public async Task Twenty_thousand_schemas_within_each_other_are_refused()
    {
        var text = Document(Chain(20_000, "{\"properties\": {\"next\": {\"$ref\": \"#/components/schemas/C{0}\"}}}"));

        (await RefusedAsync(text, text)).Should().Contain("too deep within each other to be compared");
    }

    [Fact]
    public async Task Doubled_allOfs_cost_nothing()
    {
        const string Doubled = "{\"allOf\": [{\"$ref\": \"#/components/schemas/C{0}\"}, {\"$ref\": \"#/components/schemas/C{0}\"}]}";

        (await RunAsync(Document(Chain(26, Doubled)), Document(Chain(26, Doubled)))).Code.Should().Be(0);
    }

    [Fact]
    public async Task Members_doubled_through_allOfs_cost_nothing()
    {
        const string Doubled = "{\"allOf\": [{\"properties\": {\"p\": {\"$ref\": \"#/components/schemas/C{0}\"}}}, "
            + "{\"properties\": {\"p\": {\"$ref\": \"#/components/schemas/C{0}\"}, \"q\": {}}}]}";

        (await RunAsync(Document(Chain(26, Doubled)), Document(Chain(26, Doubled)))).Code.Should().Be(0);
    }

    [Fact]
    public async Task A_schema_that_is_all_of_itself_is_refused()
        => (await RefusedAsync(Document("\"C0\": {\"allOf\": [{\"$ref\": \"#/components/schemas/C0\"}, {\"type\": \"object\"}]}")))
            .Should().Contain("without end");

    public void Dispose() => _folder.Dispose();

    private static string Chain(int length, string link) => string.Join(
        ",\n",
        Enumerable.Range(0, length)
            .Select(index => (Index: index, Next: (index + 1).ToString(CultureInfo.InvariantCulture)))
            .Select(item => $"\"C{item.Index}\": {link.Replace("{0}", item.Next, StringComparison.Ordinal)}")
            .Append($"\"C{length}\": {{\"type\": \"string\"}}"));

    private static string Document(string schemas) => """
        {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {"responses": {"200": {"description": "Success",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/C0"}}}}}}}}, "components": {"schemas": {
        """ + schemas + "}}}";

    private async Task<string> RefusedAsync(string head, string? @base = null)
    {
        var run = await RunAsync(head, @base ?? ChangeCase.Bakery.ToJsonString());
        run.Code.Should().Be(3);
        run.Output.Should().BeEmpty();
        run.Error.TrimEnd('\n').Should().NotContain("\n");
        return run.Error;
    }

    private Task<Tool.Run> RunAsync(string head, string @base)
        => Tool.RunAsync(["drift", "--base", _folder.File("base", @base), "--head", _folder.File("head", head)]);
}

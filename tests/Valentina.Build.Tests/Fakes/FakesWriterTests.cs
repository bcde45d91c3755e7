using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Valentina.SpecTool.Fakes;
using Valentina.SpecTool.Json;
using Valentina.SpecTool.Prepare;

namespace Valentina.Build.Tests.Fakes;

/// <summary>The testing package has a route for each operation and a factory for each model, because both come from the contract.</summary>
public partial class FakesWriterTests
{
    [Theory]
    [InlineData("valentina", "", "ValentinaRoutes", 166)]
    [InlineData("claude-code", "ClaudeCode", "ClaudeCodeRoutes", 12)]
    public void There_is_a_route_for_each_operation_and_nothing_else(string api, string prefix, string routes, int operations)
    {
        var code = FakesWriter.Write(prefix, Document(api), null);

        Route().Matches(code).Should().HaveCount(operations);
        code.Should().Contain($"public static class {routes}\n").And.Contain($"public sealed partial class {prefix}FakeFactory");
        CSharpSyntaxTree.ParseText(code).GetDiagnostics().Should().BeEmpty();
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes()
        => FakesWriter.Write("", Document("valentina"), null).Should().Be(FakesWriter.Write("", Document("valentina"), null));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void A_text_cannot_break_out_of_its_comment(string lineEnd)
    {
        var summary = new JsonObject { ["summary"] = $"Fine</summary>{lineEnd}*/ class Evil {{ }}" };
        var texts = new JsonObject { ["operations"] = new JsonObject { ["checkSystemHealth"] = summary } };

        var code = FakesWriter.Write("", Document("valentina"), texts);

        code.Should().Contain("Fine&lt;/summary&gt; */ class Evil { }");
        CSharpSyntaxTree.ParseText(code).GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax>()
            .Should().HaveCount(3);
    }

    [Fact]
    public void A_poisoned_name_is_refused()
    {
        var document = Document("valentina");
        document["paths"]!["/api/v1/health"]!["get"]!["x-name"] = "Health(); } class Evil {";

        FluentActions.Invoking(() => FakesWriter.Write("", document, null)).Should().Throw<SpecException>();
    }

    private static JsonObject Document(string api)
        => JsonText.ReadObject(ApiFiles.For(api, ApiFiles.FindFolder(AppContext.BaseDirectory))[0].Prepared);

    [GeneratedRegex(@"public static FakeRoute \w+ \{ get; \} = new\(")]
    private static partial Regex Route();
}

namespace Valentina.Build.Tests.SyncGenerator;

/// <summary>Documentation that is said once, in a file, stands in full at everything that is generated.</summary>
public class IncludedDocumentationTests
{
    private const string Documents = """
        <docs>
          <page>
            <param name="limit">How many.</param>
            <param name="offset">From where.</param>
            <param name="options">
              Options,
              in two lines.
            </param>
            <exception cref="ValentinaException">The call failed.</exception>
          </page>
        </docs>
        """;

    [Fact]
    public void A_twin_says_everything_itself()
        => Generated.FromService(Page("../Texts.xml", "docs/page/*"), Documents).Compiles().DocumentationOf("GetPage").Should().Equal(
            "<summary>Lists breads.</summary>",
            "<param name=\"limit\">How many.</param>",
            "<param name=\"offset\">From where.</param>",
            "<param name=\"options\">",
            "Options,",
            "in two lines.",
            "</param>",
            "<exception cref=\"ValentinaException\">The call failed.</exception>");

    [Fact]
    public void A_list_takes_over_what_holds_for_it()
        => Generated.FromService(Page("../Texts.xml", "docs/page/*"), Documents).Compiles().DocumentationOf("ListAllAsync").Should().Equal(
            "<summary>The whole list that <see cref=\"GetPageAsync\"/> gives page by page.</summary>",
            "<param name=\"paging\">How the pages are read; null takes the defaults.</param>",
            "<param name=\"options\">",
            "Options,",
            "in two lines.",
            "</param>",
            "<exception cref=\"ValentinaException\">A page failed; <see cref=\"ValentinaException.ResumeOffset\"/> "
                + "says where to go on.</exception>");

    [Theory]
    [InlineData("../Other.xml", "docs/page/*", Documents)]
    [InlineData("../Texts.xml", "docs/nothing/*", Documents)]
    [InlineData("../Texts.xml", "docs[", Documents)]
    [InlineData("../Texts.xml", "docs/page/*", "<docs>")]
    public void What_cannot_be_found_stays_for_the_compiler_to_report(string file, string path, string documents)
        => Generated.FromService(Page(file, path), documents).Compiles().DocumentationOf("GetPage")
            .Should().Equal("<summary>Lists breads.</summary>", $"<include file=\"{file}\" path=\"{path}\"/>");

    private static string Page(string file, string path) => $$"""
        /// <summary>Lists breads.</summary>
        /// <include file="{{file}}" path="{{path}}"/>
        [Paged(nameof(ValentinaOperations.ListBreads))]
        public Task<Page<Bread>> GetPageAsync(int limit, int offset, RequestOptions? options, CancellationToken cancellationToken)
            => FetchAsync(null, cancellationToken);
        """;
}

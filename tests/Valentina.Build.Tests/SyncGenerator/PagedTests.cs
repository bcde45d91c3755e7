using System.Reflection;

namespace Valentina.Build.Tests.SyncGenerator;

/// <summary>What a page method marked <c>[Paged]</c> brings along.</summary>
public class PagedTests
{
    private const string Page = """
        /// <summary>Lists breads.</summary>
        /// <param name="kind">Only this kind.</param>
        /// <param name="limit">How many.</param>
        /// <param name="offset">From where.</param>
        /// <param name="options">Options.</param>
        /// <param name="cancellationToken">Token.</param>
        /// <returns>One page.</returns>
        /// <exception cref="ArgumentException">The kind is unknown.</exception>
        /// <exception cref="ValentinaException">The call failed.</exception>
        [Paged(nameof(ValentinaOperations.ListBreads))]
        public virtual Task<Page<Bread>> GetBreadsPageAsync(
            string? kind = null,
            int limit = 10,
            int offset = 0,
            RequestOptions? options = null,
            CancellationToken cancellationToken = default)
            => FetchAsync(kind, cancellationToken);
        """;

    private const string Parameters =
        "(string? kind = null, PagingOptions? paging = null, "
            + "RequestOptions? options = null, CancellationToken cancellationToken = default)";

    private const string Summary = "gives page by page, one after the other; pages are read as they are needed.";

    [Theory]
    [InlineData("public virtual Task<IReadOnlyList<Bread>> ListAllBreadsAsync")]
    [InlineData("public virtual IAsyncEnumerable<Bread> EnumerateAllBreadsAsync")]
    [InlineData("public virtual IReadOnlyList<Bread> ListAllBreads")]
    [InlineData("public virtual IEnumerable<Bread> EnumerateAllBreads")]
    public void A_list_and_an_enumeration_take_over_the_filters_on_both_sides(string head)
        => Generated.FromService(Page).Compiles().ShortText.Should().Contain(head + Parameters);

    [Fact]
    public void The_pages_are_as_long_as_the_operation_allows()
        => Generated.FromService(Page).Compiles().ShortText
            .Should().Contain("GetBreadsPageAsync(kind, limit, offset, options, token), ValentinaOperations.ListBreads.MaxPageSize")
            .And.Contain("GetBreadsPage(kind, limit, offset, options, token), ValentinaOperations.ListBreads.MaxPageSize");

    [Fact]
    public void The_page_itself_has_its_twin_which_is_not_marked()
        => Generated.FromService(Page).Compiles().Text
            .Should().Contain("public virtual Page<Bread> GetBreadsPage(").And.NotContain("[Paged");

    [Fact]
    public void The_mark_leaves_no_trace_in_the_assembly()
    {
        var generated = Generated.FromService(Page).Compiles();

        using var stream = new MemoryStream();
        generated.Output.Emit(stream).Success.Should().BeTrue();
        Assembly.Load(stream.ToArray()).GetType("Valentina.Services.BreadsService")!.GetMethod("GetBreadsPageAsync")!
            .CustomAttributes.Select(attribute => attribute.AttributeType.Name).Should().NotContain("PagedAttribute");
    }

    [Theory]
    [InlineData("ListAllBreadsAsync", "The whole list that", "GetBreadsPageAsync", "gives page by page.", "All items")]
    [InlineData("ListAllBreads", "The whole list that", "GetBreadsPage", "gives page by page.", "All items")]
    [InlineData("EnumerateAllBreadsAsync", "The items of the list that", "GetBreadsPageAsync", Summary, "The items")]
    [InlineData("EnumerateAllBreads", "The items of the list that", "GetBreadsPage", Summary, "The items")]
    public void The_documentation_says_what_is_different_and_keeps_the_rest(
        string method, string what, string page, string how, string items)
        => Generated.FromService(Page).Compiles().DocumentationOf(method).Should().Equal(
            $"<summary>{what} <see cref=\"{page}\"/> {how}</summary>",
            "<param name=\"kind\">Only this kind.</param>",
            "<param name=\"paging\">How the pages are read; null takes the defaults.</param>",
            "<param name=\"options\">Options.</param>",
            "<param name=\"cancellationToken\">Token.</param>",
            $"<returns>{items}, in the order of the server, each once.</returns>",
            "<exception cref=\"ArgumentException\">The kind is unknown.</exception>",
            "<exception cref=\"ValentinaException\">A page failed; <see cref=\"ValentinaException.ResumeOffset\"/> "
                + "says where to go on.</exception>");

    [Fact]
    public void A_list_written_by_hand_is_left_alone()
        => Generated.FromService(Page + """
            public Task<int> ListAllBreadsAsync(
                string? kind, PagingOptions? paging, RequestOptions? options, CancellationToken cancellationToken)
                => Task.FromResult(1);
            """)
            .Compiles().Text.Should().NotContain(" ListAllBreadsAsync(")
            .And.Contain("public int ListAllBreads(")
            .And.Contain(" EnumerateAllBreadsAsync(");
}

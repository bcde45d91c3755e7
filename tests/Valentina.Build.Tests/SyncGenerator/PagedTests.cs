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
        public virtual Task<Page<Bread>> GetBreadsPageAsync(string? kind = null, int limit = 10, int offset = 0, RequestOptions? options = null, CancellationToken cancellationToken = default)
            => FetchAsync(kind, cancellationToken);
        """;

    private const string Parameters = "(string? kind = null, global::Valentina.PagingOptions? paging = null, RequestOptions? options = null, CancellationToken cancellationToken = default)";

    [Theory]
    [InlineData("public virtual global::System.Threading.Tasks.Task<global::System.Collections.Generic.IReadOnlyList<global::Valentina.Services.Bread>> ListAllBreadsAsync")]
    [InlineData("public virtual global::System.Collections.Generic.IAsyncEnumerable<global::Valentina.Services.Bread> EnumerateAllBreadsAsync")]
    [InlineData("public virtual global::System.Collections.Generic.IReadOnlyList<global::Valentina.Services.Bread> ListAllBreads")]
    [InlineData("public virtual global::System.Collections.Generic.IEnumerable<global::Valentina.Services.Bread> EnumerateAllBreads")]
    public void A_list_and_an_enumeration_take_over_the_filters_on_both_sides(string head)
        => Generated.FromService(Page).Compiles().Text.Should().Contain(head + Parameters);

    [Fact]
    public void The_pages_are_as_long_as_the_operation_allows()
        => Generated.FromService(Page).Compiles().Text
            .Should().Contain("(limit, offset, token) => GetBreadsPageAsync(kind, limit, offset, options, token), global::Valentina.Raw.ValentinaOperations.ListBreads.MaxPageSize, paging, cancellationToken")
            .And.Contain("(limit, offset, token) => GetBreadsPage(kind, limit, offset, options, token), global::Valentina.Raw.ValentinaOperations.ListBreads.MaxPageSize, paging, cancellationToken");

    [Fact]
    public void The_page_itself_has_its_twin_which_is_not_marked()
        => Generated.FromService(Page).Compiles().Text.Should().Contain("public virtual Page<Bread> GetBreadsPage(string? kind = null, int limit = 10,").And.NotContain("[Paged");

    [Fact]
    public void The_mark_leaves_no_trace_in_the_assembly()
    {
        var generated = Generated.FromService(Page).Compiles();

        using var stream = new MemoryStream();
        generated.Output.Emit(stream).Success.Should().BeTrue();
        System.Reflection.Assembly.Load(stream.ToArray()).GetType("Valentina.Services.BreadsService")!.GetMethod("GetBreadsPageAsync")!
            .CustomAttributes.Select(attribute => attribute.AttributeType.Name).Should().NotContain("PagedAttribute");
    }

    [Theory]
    [InlineData("ListAllBreadsAsync", "The whole list that <see cref=\"GetBreadsPageAsync\"/> gives page by page.", "All items, in the order of the server, each once.")]
    [InlineData("ListAllBreads", "The whole list that <see cref=\"GetBreadsPage\"/> gives page by page.", "All items, in the order of the server, each once.")]
    [InlineData("EnumerateAllBreadsAsync", "The items of the list that <see cref=\"GetBreadsPageAsync\"/> gives page by page, one after the other; pages are read as they are needed.", "The items, in the order of the server, each once.")]
    [InlineData("EnumerateAllBreads", "The items of the list that <see cref=\"GetBreadsPage\"/> gives page by page, one after the other; pages are read as they are needed.", "The items, in the order of the server, each once.")]
    public void The_documentation_says_what_is_different_and_keeps_the_rest(string method, string summary, string returns)
        => Generated.FromService(Page).Compiles().DocumentationOf(method).Should().Equal(
            $"<summary>{summary}</summary>",
            "<param name=\"kind\">Only this kind.</param>",
            "<param name=\"paging\">How the pages are read; null takes the defaults.</param>",
            "<param name=\"options\">Options.</param>",
            "<param name=\"cancellationToken\">Token.</param>",
            $"<returns>{returns}</returns>",
            "<exception cref=\"ArgumentException\">The kind is unknown.</exception>",
            "<exception cref=\"ValentinaException\">A page failed; <see cref=\"ValentinaException.ResumeOffset\"/> says where to go on.</exception>");

    [Fact]
    public void A_list_written_by_hand_is_left_alone()
        => Generated.FromService(Page + """
            public Task<int> ListAllBreadsAsync(string? kind, PagingOptions? paging, RequestOptions? options, CancellationToken cancellationToken) => Task.FromResult(1);
            """).Compiles().Text.Should().NotContain(" ListAllBreadsAsync(").And.Contain("public int ListAllBreads(").And.Contain(" EnumerateAllBreadsAsync(");
}

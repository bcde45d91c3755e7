namespace Valentina.Client.Tests.Paging;

/// <summary>What a page says of its list, at the edges of both.</summary>
public sealed class PageTests
{
    [Theory]
    [InlineData(0, 3, 3, 6, 3)]
    [InlineData(3, 3, 3, 6, null)]
    [InlineData(3, 3, 3, 7, 6)]
    [InlineData(0, 2, 3, 6, 2)]
    [InlineData(0, 0, 3, 6, null)]
    [InlineData(9, 3, 3, 6, null)]
    public void The_next_page_begins_after_what_was_received_and_there_is_none_after_the_last(
        int offset, int received, int limit, int total, int? next)
    {
        var page = Page(offset, received, limit, total);

        (page.HasMore, page.NextOffset).Should().Be((next is not null, next), "a page without items would be asked for for ever");
    }

    [Theory]
    [InlineData(0, 10, 0, 0, 1)]
    [InlineData(0, 10, 1, 1, 1)]
    [InlineData(9, 10, 10, 1, 1)]
    [InlineData(10, 10, 11, 2, 2)]
    [InlineData(20, 10, 21, 3, 3)]
    [InlineData(5, 0, 21, 0, 0)]
    [InlineData(5, -1, 21, 0, 0)]
    [InlineData(0, 1, int.MaxValue, int.MaxValue, 1)]
    [InlineData(0, 2, int.MaxValue, 1_073_741_824, 1)]
    public void Pages_are_counted_from_one_by_the_size_that_was_asked_for(int offset, int limit, int total, int pages, int current)
    {
        var page = Page(offset, 0, limit, total);

        (page.TotalPages, page.CurrentPage).Should().Be((pages, current));
    }

    [Fact]
    public void A_null_is_no_item_and_what_holds_none_is_not_copied()
    {
        IReadOnlyList<string> whole = ["a", "b"];

        new Page<string> { Items = whole }.Items.Should().BeSameAs(whole);
        new Page<string> { Items = [null!, "a", null!] }.Items.Should().Equal("a");
        new Page<string> { Items = ["a", null!] }.Items.Should().Equal("a");
        new Page<string> { Items = null! }.Items.Should().BeEmpty();
        new Page<int> { Items = [0, 1] }.Items.Should().Equal(0, 1);
        new Page<int?> { Items = [0, null] }.Items.Should().Equal(0);
    }

    [Fact]
    public void A_page_tells_what_it_holds()
        => Page(20, 3, 10, 1234).ToString().Should().Be("3 of 1234 Row from offset 20");

    private static Page<Row> Page(int offset, int received, int limit, int total) => new()
    {
        Items = [.. Enumerable.Range(0, received).Select(number => new Row(number))], Offset = offset, Limit = limit, Total = total,
    };
}

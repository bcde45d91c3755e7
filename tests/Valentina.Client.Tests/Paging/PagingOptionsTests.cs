namespace Valentina.Client.Tests.Paging;

/// <summary>What cannot be is refused where it is said, with the value and what is allowed.</summary>
public sealed class PagingOptionsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_page_holds_at_least_one_item(int size)
        => Refusal(() => new PagingOptions { PageSize = size }).Should().Match($"A page size must be at least 1.*Actual value was {size}.");

    [Fact]
    public void No_less_than_nothing_is_read()
        => Refusal(() => new PagingOptions { MaxItems = -1 })
            .Should().Match("The most items to read must not be negative.*Actual value was -1.");

    [Theory]
    [InlineData(0)]
    [InlineData(PagingOptions.MaxWindow + 1)]
    public void A_window_has_limits(int window)
        => Refusal(() => new PagingOptions { Window = window })
            .Should().Match($"The window must be between 1 and {PagingOptions.MaxWindow}.*Actual value was {window}.");

    [Fact]
    public void Nothing_begins_before_the_list()
        => Refusal(() => new PagingOptions { Offset = -1 }).Should().Match("An offset must not be negative.*Actual value was -1.");

    [Fact]
    public void The_limits_themselves_are_taken()
    {
        var options = new PagingOptions { PageSize = 1, MaxItems = 0, Window = PagingOptions.MaxWindow, Offset = 0 };

        (options.PageSize, options.MaxItems, options.Window, options.Offset).Should().Be((1, 0, PagingOptions.MaxWindow, 0));
    }

    private static string Refusal(Func<PagingOptions> create)
        => create.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("value").Which.Message.ReplaceLineEndings(" ");
}

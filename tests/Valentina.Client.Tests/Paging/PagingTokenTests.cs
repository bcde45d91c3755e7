namespace Valentina.Client.Tests.Paging;

/// <summary>A whole list can be read with nothing but a token, which then counts like the method's own.</summary>
public class PagingTokenTests
{
    [Fact]
    public async Task The_token_of_the_options_cancels()
    {
        var server = PagedServer.ByHand(100);
        using var source = new CancellationTokenSource();
        PagingOptions paging = source.Token;
        await using var rows = server.Enumerate(paging).GetAsyncEnumerator();
        var first = rows.MoveNextAsync();

        await source.CancelAsync();

        await FluentActions.Awaiting(async () => await first).Should().ThrowAsync<OperationCanceledException>();
        server.Waiting.Should().Be(0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Either_token_cancels(bool own)
    {
        var server = new PagedServer(100);
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        (own ? first : second).Cancel();

        FluentActions.Invoking(() => Valentina.Paging.Pager.Enumerate(server.Fetch, 100, second.Token, first.Token).Count())
            .Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public async Task Between_two_items_of_a_page_the_token_counts_too()
    {
        var server = new PagedServer(100);
        using var source = new CancellationTokenSource();
        await using var rows = server.Enumerate(cancellationToken: source.Token).GetAsyncEnumerator();
        (await rows.MoveNextAsync()).Should().BeTrue();

        await source.CancelAsync();

        (await FluentActions.Awaiting(async () => await rows.MoveNextAsync()).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(source.Token);
    }

    [Fact]
    public void Between_two_items_of_a_page_the_token_counts_in_a_synchronous_loop_too()
    {
        using var source = new CancellationTokenSource();
        using var rows = Valentina.Paging.Pager.Enumerate(new PagedServer(100).Fetch, 100, null, source.Token).GetEnumerator();
        rows.MoveNext().Should().BeTrue();

        source.Cancel();

        rows.Invoking(list => list.MoveNext()).Should().Throw<OperationCanceledException>()
            .Which.CancellationToken.Should().Be(source.Token);
    }

    [Fact]
    public async Task A_token_that_lives_long_holds_nothing_of_a_list_that_was_read()
    {
        var server = new PagedServer(100);
        using var source = new CancellationTokenSource();
        CancellationToken seen = default;

        await Valentina.Paging.Pager.ListAsync(Valentina.Paging.Pager.EnumerateAsync(
            (limit, offset, stop) =>
            {
                seen = stop;
                return server.FetchAsync(limit, offset, stop);
            }, 10, null, source.Token));

        seen.Invoking(stop => stop.WaitHandle).Should().Throw<ObjectDisposedException>("its source was linked to the caller's");
    }
}

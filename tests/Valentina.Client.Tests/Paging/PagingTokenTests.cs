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
}

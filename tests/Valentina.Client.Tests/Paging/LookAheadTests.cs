namespace Valentina.Client.Tests.Paging;

/// <summary>Fetching several pages at once. The server answers by hand, so every interleaving is the test's own choice.</summary>
public class LookAheadTests
{
    private static readonly PagingOptions Tens = new() { PageSize = 10, Window = 4 };

    [Fact]
    public async Task The_first_page_goes_alone_and_then_the_window_fills()
    {
        var server = PagedServer.ByHand(100);
        await using var rows = server.Enumerate(Tens).GetAsyncEnumerator();

        var first = rows.MoveNextAsync();
        server.Requests.Should().Equal("0+10");

        server.ServeOffset(0);
        (await first).Should().BeTrue();
        await Skip(rows, 9);
        var next = rows.MoveNextAsync();
        server.Requests.Should().Equal("0+10", "10+10", "20+10", "30+10", "40+10");

        server.ServeOffset(10);
        await next;
        server.Waiting.Should().Be(3, "memory is bounded: nothing more is fetched until this page is used up");
    }

    [Fact]
    public async Task Answers_out_of_order_are_handed_out_in_order()
    {
        var server = PagedServer.ByHand(50);
        var reading = Read(server.Enumerate(Tens));

        server.ServeOffset(0);
        foreach (var offset in new[] { 40, 20, 30, 10 })
        {
            server.ServeOffset(offset);
        }

        (await reading).Should().Equal(server.Rows);
    }

    [Fact]
    public async Task No_page_beyond_the_end_is_asked_for()
    {
        var server = new PagedServer(25);

        await server.ReadAsync(CallStyle.Async, new PagingOptions { PageSize = 10, Window = 16 });

        server.Requests.Should().Equal("0+10", "10+10", "20+10");
    }

    [Fact]
    public async Task Leaving_early_cancels_what_is_under_way()
    {
        var server = PagedServer.ByHand(100);
        var rows = server.Enumerate(Tens).GetAsyncEnumerator();
        var first = rows.MoveNextAsync();
        server.ServeOffset(0);
        await first;
        await Skip(rows, 9);
        var second = rows.MoveNextAsync();
        server.ServeOffset(10);
        await second;

        await rows.DisposeAsync();

        server.Cancelled.Should().Be(3);
        server.Waiting.Should().Be(0);
    }

    [Fact]
    public async Task Cancelling_surfaces_with_the_token_of_the_caller()
    {
        var server = PagedServer.ByHand(100);
        using var source = new CancellationTokenSource();
        var reading = Read(server.Enumerate(Tens, source.Token));
        server.ServeOffset(0);

        await source.CancelAsync();

        var failure = await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();
        failure.Which.CancellationToken.Should().Be(source.Token);
        server.Waiting.Should().Be(0);
    }

    [Fact]
    public async Task The_token_given_to_the_loop_counts_as_well()
    {
        var server = PagedServer.ByHand(100);
        using var source = new CancellationTokenSource();
        var reading = Read(server.Enumerate(Tens).WithCancellation(source.Token));

        await source.CancelAsync();

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_failed_page_surfaces_after_the_pages_before_it_and_cancels_those_behind_it()
    {
        var server = PagedServer.ByHand(100);
        var delivered = new List<Row>();
        var reading = Read(server.Enumerate(Tens), delivered);
        server.ServeOffset(0);
        server.Before = _ => throw new ValentinaException("down");
        server.ServeOffset(30);
        server.Before = null;
        server.ServeOffset(10);
        server.ServeOffset(20);

        var failure = (await FluentActions.Awaiting(() => reading).Should().ThrowAsync<ValentinaException>()).Which;

        delivered.Should().Equal(server.Rows.Take(30));
        failure.ResumeOffset.Should().Be(30);
        server.Waiting.Should().Be(0);
        server.Cancelled.Should().Be(server.Requests.Count - 4);
    }

    [Fact]
    public async Task A_short_page_drops_the_window_and_goes_on_behind_what_was_received()
    {
        var server = PagedServer.ByHand(60);
        var reading = Read(server.Enumerate(Tens));
        server.ServeOffset(0);
        server.Tamper = page => page.Items = [.. page.Items.Take(4)];
        server.ServeOffset(10);
        server.Tamper = null;

        server.Cancelled.Should().Be(3, "what was asked for no longer joins what came");
        server.Requests.Last().Should().Be("14+10", "and only one page goes until one comes full again");
        server.Waiting.Should().Be(1);
        while (server.Waiting > 0)
        {
            server.ServeAt(0);
        }

        (await reading).Should().Equal(server.Rows);
    }

    [Fact]
    public async Task A_total_that_shrinks_ends_the_list_sooner()
    {
        var server = PagedServer.ByHand(60);
        var reading = Read(server.Enumerate(Tens));
        server.ServeOffset(0);
        server.Rows.RemoveRange(15, 45);
        while (server.Waiting > 0)
        {
            server.ServeAt(0);
        }

        (await reading).Should().Equal(server.Rows);
    }

    [Fact]
    public async Task A_total_that_grows_is_followed()
    {
        var server = PagedServer.ByHand(20);
        var reading = Read(server.Enumerate(Tens));
        server.ServeOffset(0);
        server.Rows.AddRange(Enumerable.Range(20, 15).Select(number => new Row(number)));
        while (server.Waiting > 0)
        {
            server.ServeAt(0);
        }

        (await reading).Should().Equal(server.Rows);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public void A_window_out_of_range_is_refused(int window)
        => FluentActions.Invoking(() => new PagingOptions { Window = window }).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Negative_bounds_are_refused()
    {
        FluentActions.Invoking(() => new PagingOptions { MaxItems = -1 }).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new PagingOptions { Offset = -1 }).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static async Task Skip(IAsyncEnumerator<Row> rows, int count)
    {
        for (var index = 0; index < count; index++)
        {
            await rows.MoveNextAsync();
        }
    }

    private static async Task<List<Row>> Read(IAsyncEnumerable<Row> rows, List<Row>? into = null)
    {
        into ??= [];
        await foreach (var row in rows)
        {
            into.Add(row);
        }

        return into;
    }

    private static async Task<List<Row>> Read(System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable<Row> rows)
    {
        var into = new List<Row>();
        await foreach (var row in rows)
        {
            into.Add(row);
        }

        return into;
    }
}

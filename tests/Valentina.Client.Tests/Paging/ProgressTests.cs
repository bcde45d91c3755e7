using Valentina.Paging;
using Valentina.Testing;

namespace Valentina.Client.Tests.Paging;

/// <summary>What a progress bar is told while a whole list is read.</summary>
public class ProgressTests
{
    private static readonly PagingOptions Tens = new() { PageSize = 10 };

    [Theory, EveryCallStyle]
    public async Task Every_page_is_told_and_the_last_one_fills_the_bar(CallStyle style)
        => (await Told(style, new PagedServer(250), new PagingOptions())).Should().Equal("100 of 250", "200 of 250", "250 of 250");

    [Theory, EveryCallStyle]
    public async Task No_more_is_promised_than_wanted(CallStyle style)
        => (await Told(style, new PagedServer(250), new PagingOptions { MaxItems = 120 })).Should().Equal("100 of 120", "120 of 120");

    [Theory, EveryCallStyle]
    public async Task What_lies_before_the_beginning_does_not_count(CallStyle style)
        => (await Told(style, new PagedServer(35), new PagingOptions { Offset = 15, PageSize = 10 }))
            .Should().Equal("10 of 20", "20 of 20");

    [Theory, EveryCallStyle]
    public async Task An_empty_list_is_told_once(CallStyle style)
        => (await Told(style, new PagedServer(0), new PagingOptions())).Should().Equal("0 of 0");

    [Theory, EveryCallStyle]
    public async Task Where_nothing_is_wanted_nothing_is_told(CallStyle style)
        => (await Told(style, new PagedServer(10), new PagingOptions { MaxItems = 0 })).Should().BeEmpty();

    [Theory, EveryCallStyle]
    public async Task A_server_without_a_total_leaves_it_open_until_the_end(CallStyle style)
        => (await Told(style, new PagedServer(25) { Tamper = page => page.Total = 0 }, Tens)).Should().Equal("10", "20", "25 of 25");

    [Theory, EveryCallStyle]
    public async Task A_list_that_grows_moves_the_end_away(CallStyle style)
    {
        var server = new PagedServer(20);
        server.Before = number => Mutate(number == 2, () => server.Rows.AddRange(Enumerable.Range(20, 5).Select(row => new Row(row))));

        (await Told(style, server, Tens)).Should().Equal("10 of 20", "20 of 25", "25 of 25");
    }

    [Theory, EveryCallStyle]
    public async Task A_row_deleted_before_the_page_is_stepped_back_to_and_told(CallStyle style)
    {
        var server = new PagedServer(30);
        server.Before = number => Mutate(number == 3, () => server.Rows.RemoveAt(0));

        (await Told(style, server, new PagingOptions { PageSize = 10, Window = 1 }))
            .Should().Equal("10 of 30", "20 of 30", "20 of 30", "30 of 30");
    }

    [Theory, EveryCallStyle]
    public async Task A_row_that_comes_twice_counts_once(CallStyle style)
    {
        var server = new PagedServer(30);
        server.Rows[10] = server.Rows[9];

        (await Told(style, server, Tens)).Should().Equal("10 of 30", "19 of 29", "29 of 29");
    }

    [Theory]
    [InlineData(int.MaxValue, "10 of 2147483647")]
    [InlineData(int.MinValue, "10")]
    public void A_total_that_cannot_be_harms_nobody(int total, string told)
    {
        var server = new PagedServer(15) { Tamper = page => page.Total = total };
        var heard = new Heard();

        Pager.Enumerate(server.Fetch, 100, new PagingOptions { PageSize = 10, Progress = heard }).First();

        heard.Told.Should().Equal(told);
    }

    [Fact]
    public async Task Answers_out_of_order_are_told_in_order()
    {
        var server = PagedServer.ByHand(50);
        var heard = new Heard();
        var reading = Pager.ListAsync(server.Enumerate(new PagingOptions { PageSize = 10, Window = 4, Progress = heard }));
        foreach (var offset in new[] { 0, 40, 20, 30 })
        {
            server.ServeOffset(offset);
        }

        heard.Told.Should().Equal("10 of 50");
        server.ServeOffset(10);

        await reading;
        heard.Told.Should().Equal("10 of 50", "20 of 50", "30 of 50", "40 of 50", "50 of 50");
    }

    [Theory, EveryCallStyle]
    public async Task A_page_is_told_before_its_first_item_is_handed_out(CallStyle style)
    {
        var events = new List<string>();
        var paging = new PagingOptions { PageSize = 1, Progress = new Heard(told => events.Add(told.ToString())) };
        var server = new PagedServer(2);
        if (style is CallStyle.Async)
        {
            await foreach (var row in server.Enumerate(paging))
            {
                events.Add(row.ToString());
            }
        }
        else
        {
            events.AddRange(Pager.Enumerate(server.Fetch, 100, paging).Select(row => row.ToString()));
        }

        events.Should().StartWith(["1 of 2", "#0", "2 of 2"]).And.HaveCount(4);
    }

    [Theory, EveryCallStyle]
    public async Task What_the_progress_throws_is_the_callers_and_ends_the_reading(CallStyle style)
    {
        var server = new PagedServer(100);
        var own = new InvalidOperationException("the bar broke");
        var paging = new PagingOptions { PageSize = 10, Window = 1, Progress = new Heard(told => _ = told.Received < 20 ? 0 : throw own) };

        (await FluentActions.Awaiting(() => server.ReadAsync(style, paging)).Should().ThrowAsync<InvalidOperationException>())
            .Which.Should().BeSameAs(own);
        server.Requests.Should().Equal("0+10", "10+10");
    }

    [Fact]
    public async Task What_the_progress_throws_cancels_the_pages_under_way()
    {
        var server = PagedServer.ByHand(100);
        var paging = new PagingOptions
        {
            PageSize = 10,
            Window = 4,
            Progress = new Heard(told => _ = told.Received < 20 ? 0 : throw new InvalidOperationException("the bar broke")),
        };
        var reading = Pager.ListAsync(server.Enumerate(paging));
        server.ServeOffset(0);
        server.ServeOffset(10);

        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<InvalidOperationException>();
        (server.Waiting, server.Cancelled).Should().Be((0, 3));
    }

    [Fact]
    public async Task Whole_lists_and_enumerations_of_a_service_tell_alike_in_both_styles()
    {
        var fake = new FakeValentina();
        using var client = fake.CreateClient();
        string[] expected = ["2 of 3", "3 of 3"];

        var heard = new Heard();
        var paging = new PagingOptions { PageSize = 2, Progress = heard };
        await client.Users.ListAllAsync(paging: paging);
        heard.Take().Should().Equal(expected);
        client.Users.ListAll(paging: paging);
        heard.Take().Should().Equal(expected);
        await foreach (var _ in client.Users.EnumerateAllAsync(paging: paging))
        {
            // Only the reports count.
        }

        heard.Take().Should().Equal(expected);
        client.Users.EnumerateAll(paging: paging).Should().HaveCount(3);
        heard.Take().Should().Equal(expected);
    }

    private static async Task<List<string>> Told(CallStyle style, PagedServer server, PagingOptions paging)
    {
        var heard = new Heard();
        await server.ReadAsync(style, new PagingOptions
        {
            PageSize = paging.PageSize,
            MaxItems = paging.MaxItems,
            Offset = paging.Offset,
            Window = paging.Window,
            Progress = heard,
        });
        return heard.Told;
    }

    private static void Mutate(bool now, Action change)
    {
        if (now)
        {
            change();
        }
    }

    /// <summary>Hears at once, where Progress of the framework would come later and on another thread.</summary>
    private sealed class Heard(Action<PagingProgress>? then = null) : IProgress<PagingProgress>
    {
        public List<string> Told { get; private set; } = [];

        public void Report(PagingProgress value)
        {
            Told.Add(value.ToString());
            then?.Invoke(value);
        }

        public List<string> Take()
        {
            var told = Told;
            Told = [];
            return told;
        }
    }
}

namespace Valentina.Client.Tests.Paging;

/// <summary>Reading a whole list, in either style.</summary>
public class WholeListTests
{
    [Theory, EveryCallStyle]
    public async Task Every_item_arrives_once_and_in_order(CallStyle style)
    {
        var server = new PagedServer(250);

        (await server.ReadAsync(style)).Should().Equal(server.Rows);
        server.Requests.Should().Equal("0+100", "100+100", "200+100");
    }

    [Theory, EveryCallStyle]
    public async Task An_empty_list_takes_one_request(CallStyle style)
    {
        var server = new PagedServer(0);

        (await server.ReadAsync(style)).Should().BeEmpty();
        server.Requests.Should().Equal("0+100");
    }

    [Theory, EveryCallStyle]
    public async Task A_list_that_fills_its_last_page_takes_no_request_more(CallStyle style)
    {
        var server = new PagedServer(200);

        await server.ReadAsync(style);

        server.Requests.Should().Equal("0+100", "100+100");
    }

    [Theory, EveryCallStyle]
    public async Task No_more_items_are_asked_for_than_wanted(CallStyle style)
    {
        var server = new PagedServer(1000);

        (await server.ReadAsync(style, new PagingOptions { MaxItems = 250 })).Should().Equal(server.Rows.Take(250));
        server.Requests.Should().Equal("0+100", "100+100", "200+50");
    }

    [Theory, EveryCallStyle]
    public async Task Wanting_nothing_asks_nothing(CallStyle style)
    {
        var server = new PagedServer(10);

        (await server.ReadAsync(style, new PagingOptions { MaxItems = 0 })).Should().BeEmpty();
        server.Requests.Should().BeEmpty();
    }

    [Theory, EveryCallStyle]
    public async Task Reading_may_begin_in_the_middle(CallStyle style)
    {
        var server = new PagedServer(30);

        (await server.ReadAsync(style, new PagingOptions { Offset = 25, PageSize = 2 })).Should().Equal(server.Rows.Skip(25));
        server.Requests.Should().Equal("25+2", "27+2", "29+2");
    }

    [Theory, EveryCallStyle]
    public async Task A_failure_says_where_to_go_on(CallStyle style)
    {
        var server = new PagedServer(30) { Before = number => _ = number == 3 ? throw new ValentinaException("down") : number };
        var paging = new PagingOptions { PageSize = 10, Window = 1 };

        var failure = (await FluentActions.Awaiting(() => server.ReadAsync(style, paging))
            .Should().ThrowAsync<ValentinaException>()).Which;

        failure.ResumeOffset.Should().Be(20);
        server.Before = null;
        (await server.ReadAsync(style, new PagingOptions { Offset = failure.ResumeOffset!.Value })).Should().Equal(server.Rows.Skip(20));
    }

    [Theory, EveryCallStyle]
    public async Task A_server_that_gives_less_than_it_promises_is_followed(CallStyle style)
    {
        var server = new PagedServer(250) { Tamper = page => page.Items = [.. page.Items.Take(30)] };

        (await server.ReadAsync(style)).Should().Equal(server.Rows);
        server.Requests.Should().StartWith(["0+100", "30+100", "60+100"]);
    }

    [Theory, EveryCallStyle]
    public async Task A_server_that_allows_smaller_pages_is_obeyed(CallStyle style)
    {
        var server = new PagedServer(250)
        {
            Tamper = page =>
            {
                page.Limit = 40;
                page.Items = [.. page.Items.Take(40)];
            },
        };

        (await server.ReadAsync(style)).Should().Equal(server.Rows);
        server.Requests.Should().Equal("0+100", "40+40", "80+40", "120+40", "160+40", "200+40", "240+40");
    }

    [Theory, EveryCallStyle]
    public async Task A_total_that_was_left_out_does_not_end_the_list(CallStyle style)
    {
        var server = new PagedServer(250) { Tamper = page => page.Total = 0 };

        (await server.ReadAsync(style)).Should().Equal(server.Rows);
    }

    [Theory, EveryCallStyle]
    public async Task A_server_that_repeats_itself_for_ever_is_left(CallStyle style)
    {
        var server = new PagedServer(100);
        var first = server.Rows.ToList();
        server.Tamper = page =>
        {
            page.Items = first;
            page.Total = 0;
        };

        (await server.ReadAsync(style)).Should().Equal(first);
        server.Requests.Should().HaveCount(2);
    }

    [Theory, EveryCallStyle]
    [Trait("Defect", "D42")]
    public async Task A_page_size_of_zero_is_refused_instead_of_looping_for_ever(CallStyle style)
    {
        FluentActions.Invoking(() => new PagingOptions { PageSize = 0 }).Should().Throw<ArgumentOutOfRangeException>();

        var server = new PagedServer(30) { Tamper = page => page.Items = [] };
        (await server.ReadAsync(style)).Should().BeEmpty("a page without items ends the list, whatever the total says");
        server.Requests.Should().ContainSingle();
    }

    [Theory, EveryCallStyle]
    [Trait("Defect", "D43")]
    public async Task A_page_that_does_not_echo_its_limit_is_read_to_the_end(CallStyle style)
    {
        var server = new PagedServer(250) { Tamper = page => page.Limit = 0 };

        (await server.ReadAsync(style)).Should().Equal(server.Rows);
        server.Requests.Should().HaveCount(3);
    }

    [Theory, EveryCallStyle]
    [Trait("Defect", "D44")]
    public async Task A_row_inserted_while_reading_comes_once(CallStyle style)
    {
        var server = new PagedServer(30);
        var original = server.Rows.ToList();
        server.Before = number => Mutate(number == 2, () => server.Rows.Insert(0, new Row(-1)));

        var read = await server.ReadAsync(style, new PagingOptions { PageSize = 10 });

        read.Should().OnlyHaveUniqueItems().And.Contain(original);
    }

    [Theory, EveryCallStyle]
    [Trait("Defect", "D44")]
    public async Task A_row_deleted_while_reading_hides_no_other(CallStyle style)
    {
        var server = new PagedServer(30);
        var original = server.Rows.ToList();
        server.Before = number => Mutate(number == 3, () => server.Rows.RemoveAt(0));

        var read = await server.ReadAsync(style, new PagingOptions { PageSize = 10, Window = 1 });

        read.Should().Equal(original);
        server.Requests.Should().Equal("0+10", "10+10", "20+10", "19+10");
    }

    [Theory, EveryCallStyle]
    [Trait("Defect", "D45")]
    public async Task The_next_offset_counts_the_items_received(CallStyle style)
    {
        var server = new PagedServer(25);
        server.Tamper = page => page.Items = page.Offset == 0 ? [.. page.Items.Take(7)] : page.Items;

        (await server.ReadAsync(style, new PagingOptions { PageSize = 10 })).Should().Equal(server.Rows);
        server.Requests.Should().Equal("0+10", "7+10", "17+10");
    }

    private static void Mutate(bool now, Action change)
    {
        if (now)
        {
            change();
        }
    }
}

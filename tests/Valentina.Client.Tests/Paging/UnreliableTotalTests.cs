namespace Valentina.Client.Tests.Paging;

/// <summary>Totals and limits that a server leaves out, contradicts or lets swing.</summary>
public sealed class UnreliableTotalTests
{
    [Theory, EveryCallStyle]
    public async Task A_total_that_swings_for_ever_ends_all_the_same(CallStyle style)
    {
        // Every other page says that half of the list is gone, so that each of them could be stepped back for.
        var server = new PagedServer(40);
        var pages = 0;
        server.Tamper = page =>
        {
            pages++.Should().BeLessThan(50, "all steps back together go no further than the first total");
            page.Total = pages % 2 == 0 ? 20 : 40;
        };

        (await server.ReadAsync(style, new PagingOptions { PageSize = 10, Window = 1 })).Should().OnlyHaveUniqueItems();
        server.Requests.Should().StartWith(["0+10", "10+10", "0+10"], "a step back is taken as long as it is explained");
    }

    [Theory, EveryCallStyle]
    public async Task Nothing_before_the_beginning_is_stepped_back_to(CallStyle style)
    {
        var server = new PagedServer(40);
        var original = server.Rows.ToList();
        server.Before = number =>
        {
            if (number == 2)
            {
                server.Rows.RemoveRange(0, 15);
            }
        };

        var read = await server.ReadAsync(style, new PagingOptions { Offset = 10, PageSize = 10, Window = 1 });

        server.Requests.Should().StartWith(["10+10", "20+10", "10+10"], "what lies before 10 was not asked for");
        read.Should().OnlyHaveUniqueItems().And.StartWith(original.Skip(10).Take(10));
    }

    [Theory, EveryCallStyle]
    public async Task Without_total_and_limit_a_short_page_is_the_last(CallStyle style)
    {
        var server = new PagedServer(250) { Tamper = page => page.Total = page.Limit = 0 };

        (await server.ReadAsync(style)).Should().Equal(server.Rows);
        server.Requests.Should().Equal("0+100", "100+100", "200+100");
    }

    [Theory, EveryCallStyle]
    public async Task Without_a_total_a_page_that_the_server_made_smaller_is_not_taken_for_the_last(CallStyle style)
    {
        var server = new PagedServer(250);
        server.Tamper = page =>
        {
            page.Limit = 40;
            page.Items = [.. page.Items.Take(40)];
            page.Total = 0;
        };

        (await server.ReadAsync(style)).Should().Equal(server.Rows);
    }

    [Theory, EveryCallStyle]
    public async Task A_server_that_gives_more_than_asked_for_fills_no_more_than_wanted(CallStyle style)
    {
        var server = new PagedServer(100);
        server.Tamper = page => page.Items = [.. server.Rows.Skip(page.Offset).Take(50)];

        (await server.ReadAsync(style, new PagingOptions { MaxItems = 25, PageSize = 10 })).Should().Equal(server.Rows.Take(25));
        server.Requests.Should().ContainSingle();
    }
}

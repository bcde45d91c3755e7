using System.Globalization;
using System.Net;
using System.Web;
using Valentina.Client.Tests.Connection;
using Valentina.Paging;

namespace Valentina.Client.Tests.Paging;

/// <summary>A server that does not move along ends in an exception that says where, never in an endless loop.</summary>
public sealed class RunawayListTests
{
    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 4)]
    [InlineData(true, 1)]
    public async Task A_server_that_ignores_the_offset_and_moves_the_total_away_is_given_up(bool sync, int window)
    {
        using var handler = new StubHandler((_, request, _) =>
        {
            var offset = int.Parse(HttpUtility.ParseQueryString(request.RequestUri!.Query)["offset"]!, CultureInfo.InvariantCulture);
            var items = string.Join(
                ',', Enumerable.Range(1, 100).Select(index => $$"""{"id":"{{new Guid(index, 0, 0, new byte[8])}}","name":"n"}"""));
            return StubHandler.Json(
                HttpStatusCode.OK, $$"""{"items":[{{items}}],"total":{{offset + 101}},"limit":100,"offset":{{offset}}}""");
        });
        using var client = new ValentinaClient(
            new ValentinaOptions
            {
                BaseUrl = "http://server.test",
                ApiKey = "a-key-of-the-tests",
                DefaultCompanyId = Guid.NewGuid(),
                SetAsDefault = false
            }, handler);
        var paging = new PagingOptions { Window = window };

        var call = async () => _ = sync ? client.Campaigns.ListAll(paging) : await client.Campaigns.ListAllAsync(paging);

        (await call.Should().ThrowAsync<UnreadableResponseException>()).Which.ResumeOffset.Should().BePositive();
        handler.Sent.Count.Should().BeLessThan(20);
    }

    [Theory, EveryCallStyle]
    public async Task A_list_whose_total_stands_still_is_given_up_after_ten_pages_without_news(CallStyle style)
    {
        var server = new PagedServer(1000);
        server.Tamper = page => page.Items = [.. server.Rows.Take(2)];

        var failure = (await FluentActions.Awaiting(() => server.ReadAsync(style, new PagingOptions { PageSize = 2, Window = 1 }))
            .Should().ThrowAsync<UnreadableResponseException>()).Which;

        server.Requests.Should().HaveCount(1 + 10);
        failure.Message.Should().Be(
            "The list does not move on: the page at offset 20 brought nothing new, and yet the server says that 978 items follow. "
            + "It may ignore the offset.");
        failure.ResumeOffset.Should().Be(20);
    }

    [Theory, EveryCallStyle]
    public async Task A_list_that_grows_meanwhile_is_given_up_after_a_hundred_rows_without_news(CallStyle style)
    {
        var server = new PagedServer(1000);
        server.Tamper = page =>
        {
            page.Items = [.. server.Rows.Take(4)];
            page.Total = page.Offset + 1000;
        };

        await FluentActions.Awaiting(() => server.ReadAsync(style, new PagingOptions { PageSize = 4, Window = 1 }))
            .Should().ThrowAsync<UnreadableResponseException>();

        server.Requests.Should().HaveCount(1 + 25, "as many inserted rows would explain fewer pages");
    }

    [Theory, EveryCallStyle]
    public async Task News_begin_the_count_anew(CallStyle style)
    {
        // Nine pages of known rows, then one that is new, again and again.
        var server = new PagedServer(200);
        server.Tamper = page => page.Items = page.Offset / 2 % 10 == 0 ? page.Items : [.. server.Rows.Take(2)];

        (await server.ReadAsync(style, new PagingOptions { PageSize = 2, Window = 1 })).Should().HaveCount(20);
        server.Requests.Should().HaveCount(100);
    }

    [Fact]
    public void Items_without_an_id_are_given_up_after_fifty_pages_that_leave_as_much_to_read()
    {
        var cursor = new PageCursor<string>(new PagingOptions { PageSize = 2, Window = 1 }, maxPageSize: 100);
        var pages = 0;

        var read = () =>
        {
            while (cursor.TryPlan(0, out var request))
            {
                pages++;
                cursor.Accept(
                    request,
                    new Page<string> { Items = ["a", "b"], Limit = 2, Offset = request.Offset, Total = request.Offset + 10 },
                    out _);
            }
        };

        read.Should().Throw<UnreadableResponseException>().Which.ResumeOffset.Should().BePositive();
        pages.Should().Be(51, "the first page is what the others are compared with");
    }

    [Fact]
    public void Items_without_an_id_are_read_to_the_end_however_often_the_list_grows_while_they_come_nearer()
    {
        var cursor = new PageCursor<string>(new PagingOptions { PageSize = 2, Window = 1 }, maxPageSize: 100);
        var items = 0;
        var pages = 0;

        while (cursor.TryPlan(0, out var request))
        {
            // Each page is followed by one row more, so that two rows read bring the end one row nearer.
            var total = 200 + pages++;
            items += cursor.Accept(request, new Page<string>
            {
                Items = [.. Enumerable.Repeat("x", Math.Min(2, total - request.Offset))],
                Limit = 2,
                Offset = request.Offset,
                Total = total
            }, out _).Count;
        }

        items.Should().BeGreaterThan(300);
        cursor.IsDone.Should().BeTrue();
    }
}

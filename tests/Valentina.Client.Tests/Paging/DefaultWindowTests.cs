using System.Net;
using System.Web;

namespace Valentina.Client.Tests.Paging;

/// <summary>How many pages are fetched at once, and so held, when nobody says anything about it.</summary>
public sealed class DefaultWindowTests
{
    private const int Rows = 1000;

    [Fact]
    public async Task An_enumeration_holds_no_more_than_three_pages_however_slowly_it_is_read()
    {
        var server = new Pages(answers: int.MaxValue);
        using var client = Client(server);
        var taken = 0;

        await foreach (var _ in client.Companies.EnumerateAllAsync(new PagingOptions { PageSize = 10 }))
        {
            var readToTheEnd = taken++ / 10;
            (server.Asked - readToTheEnd).Should().BeLessThanOrEqualTo(3, "the page in hand is one of them");
        }

        taken.Should().Be(Rows);
    }

    [Fact]
    public async Task A_whole_list_is_fetched_five_pages_at_a_time()
    {
        var server = new Pages(answers: 1);
        using var client = Client(server);
        using var stop = new CancellationTokenSource();

        var reading = client.Companies.ListAllAsync(new PagingOptions { PageSize = 10 }, cancellationToken: stop.Token);

        server.Asked.Should().Be(1 + 5, "the first page tells how many there are");
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_window_that_was_chosen_counts_for_a_whole_list_too()
    {
        var server = new Pages(answers: 1);
        using var client = Client(server);
        using var stop = new CancellationTokenSource();
        var paging = new PagingOptions { PageSize = 10, Window = 2, CancellationToken = stop.Token };

        var reading = client.Companies.ListAllAsync(paging);

        server.Asked.Should().Be(1 + 2);
        await stop.CancelAsync();
        await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task The_options_of_the_caller_stay_as_they_are()
    {
        using var client = Client(new Pages(answers: int.MaxValue));
        var paging = new PagingOptions { MaxItems = 25, Offset = 10 };

        (await client.Companies.ListAllAsync(paging)).Should().HaveCount(25);

        paging.Window.Should().BeNull();
    }

    private static ValentinaClient Client(HttpMessageHandler server)
        => new(new ValentinaOptions { BaseUrl = "https://server.test", ApiKey = "key", SetAsDefault = false }, server);

    /// <summary>A list of companies. Answers so many requests at once, and those behind never.</summary>
    private sealed class Pages(int answers) : HttpMessageHandler
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Interlocked.Increment(ref _asked) <= answers
                ? Task.FromResult(Answer(HttpUtility.ParseQueryString(request.RequestUri!.Query)))
                : Never(cancellationToken);

        private static async Task<HttpResponseMessage> Never(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            throw new InvalidOperationException("The wait has no end of its own.");
        }

        private static HttpResponseMessage Answer(System.Collections.Specialized.NameValueCollection query)
        {
            var (limit, offset) = (int.Parse(query["limit"]!), int.Parse(query["offset"]!));
            var items = Enumerable.Range(offset, Math.Clamp(Rows - offset, 0, limit))
                .Select(row => $$"""{"id":"{{new Guid(row + 1, 0, 0, new byte[8])}}"}""");
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(
                    $$"""{"items":[{{string.Join(',', items)}}],"limit":{{limit}},"offset":{{offset}},"total":{{Rows}}}"""),
            };
        }
    }
}

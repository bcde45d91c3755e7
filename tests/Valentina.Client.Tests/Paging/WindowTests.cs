namespace Valentina.Client.Tests.Paging;

/// <summary>What a window is worth: twenty pages, counted in rounds of the server's latency, which no machine's load can blur.</summary>
public class WindowTests
{
    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 11)]
    [InlineData(PagingOptions.DefaultWindow, 8)]
    [InlineData(PagingOptions.DefaultListWindow, 5)]
    [InlineData(8, 4)]
    [InlineData(16, 3)]
    public async Task Twenty_pages_take_as_many_rounds_as_the_window_leaves(int window, int rounds)
    {
        var server = PagedServer.ByHand(200);
        var reading = Valentina.Paging.Pager.ListAsync(server.Enumerate(new PagingOptions { PageSize = 10, Window = window }));
        var taken = 0;
        for (; !reading.IsCompleted; taken++)
        {
            // All that waits now is answered after the same latency.
            for (var count = server.Waiting; count > 0; count--)
            {
                server.ServeAt(0);
            }
        }

        taken.Should().Be(rounds);
        (await reading).Should().Equal(server.Rows);
        server.Requests.Should().HaveCount(20, "nothing is fetched in vain");
    }
}

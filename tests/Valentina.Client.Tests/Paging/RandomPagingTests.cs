using Xunit.Abstractions;

namespace Valentina.Client.Tests.Paging;

/// <summary>Lists of any length, read with any page size and window, while others change them and answers overtake each other.</summary>
public class RandomPagingTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_list_at_rest_is_read_completely_and_in_order() => await Trials(async (random, server, paging) =>
    {
        (await Read(random, server, paging)).Should().Equal(server.Rows);
        server.Requests.Should().HaveCount(Math.Max(1, (server.Rows.Count + paging.PageSize!.Value - 1) / paging.PageSize.Value));
    });

    [Fact]
    public async Task Rows_that_are_inserted_cost_no_row_and_repeat_none() => await Trials(async (random, server, paging) =>
    {
        var original = server.Rows.ToList();
        server.Before = _ => Sometimes(random, server, () => server.Rows.Insert(random.Next(server.Rows.Count + 1), new Row(-1)));

        var read = await Read(random, server, paging);

        read.Should().OnlyHaveUniqueItems();
        original.Except(read).Should().BeEmpty();
    });

    [Fact]
    public async Task Rows_that_are_deleted_hide_no_other() => await Trials(async (random, server, paging) =>
    {
        server.Before = _ => Sometimes(random, server, () => Delete(random, server));

        var read = await Read(random, server, paging);

        read.Should().OnlyHaveUniqueItems();
        server.Rows.Except(read).Should().BeEmpty("they were there all the time");
    });

    [Fact]
    public async Task Any_mixture_of_changes_repeats_nothing_and_ends() => await Trials(async (random, server, paging) =>
    {
        server.Before = _ => Sometimes(random, server, () =>
        {
            Delete(random, server);
            server.Rows.Insert(random.Next(server.Rows.Count + 1), new Row(-1));
        });
        server.Tamper = page => page.Items = random.Next(5) == 0 ? [.. page.Items.Take(random.Next(page.Items.Count + 1))] : page.Items;

        (await Read(random, server, paging)).Should().OnlyHaveUniqueItems();
    });

    private static void Sometimes(Random random, PagedServer server, Action change)
    {
        if (random.Next(3) == 0 && server.Requests.Count < 200)
        {
            change();
        }
    }

    private static void Delete(Random random, PagedServer server)
    {
        if (server.Rows.Count > 0)
        {
            server.Rows.RemoveAt(random.Next(server.Rows.Count));
        }
    }

    private static async Task<List<Row>> Read(Random random, PagedServer server, PagingOptions paging)
    {
        var rows = new List<Row>();
        await using var enumerator = server.Enumerate(paging).GetAsyncEnumerator();
        while (true)
        {
            var next = enumerator.MoveNextAsync();
            while (!next.IsCompleted)
            {
                server.ServeAt(random.Next(server.Waiting));
            }

            if (!await next)
            {
                return rows;
            }

            rows.Add(enumerator.Current);
        }
    }

    private async Task Trials(Func<Random, PagedServer, PagingOptions, Task> trial)
    {
        var first = TestSeed.Take(output);
        for (var seed = first; seed != first + 200; seed++)
        {
            output.WriteLine($"seed {seed}");
            var random = new Random(seed);
            var server = PagedServer.ByHand(random.Next(120));
            await trial(
                random, server, new PagingOptions { PageSize = random.Next(1, 30), Window = random.Next(1, PagingOptions.MaxWindow + 1) });
        }
    }
}

using Valentina.Paging;

namespace Valentina.Client.Tests.Paging;

/// <summary>The two ways of reading a whole list; most rules hold for both.</summary>
public enum CallStyle
{
    Async,
    Sync,
}

internal static class Reading
{
    public static IAsyncEnumerable<Row> Enumerate(
        this PagedServer server, PagingOptions? paging = null, CancellationToken cancellationToken = default)
        => Pager.EnumerateAsync(server.FetchAsync, 100, paging, cancellationToken);

    public static async Task<List<Row>> ReadAsync(this PagedServer server, CallStyle style, PagingOptions? paging = null)
        => style is CallStyle.Async
            ? [.. await Pager.ListAsync(server.Enumerate(paging))]
            : [.. Pager.Enumerate(server.Fetch, 100, paging)];
}

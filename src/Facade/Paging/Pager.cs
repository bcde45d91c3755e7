using System.Runtime.CompilerServices;

namespace Valentina.Paging;

/// <summary>
/// Reads whole lists. Asynchronously it fetches up to a window of pages at once, hands their items out in order, and leaves no
/// request running behind; synchronously it reads one page after the other. What to ask for next is decided by <see cref="PageCursor{T}"/>.
/// </summary>
internal static class Pager
{
    /// <summary>The items of a list, fetched ahead.</summary>
    public static async IAsyncEnumerable<T> EnumerateAsync<T>(
        Func<int, int, CancellationToken, Task<Page<T>>> fetch,
        int maxPageSize,
        PagingOptions? paging,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var both = Combine(paging, ref cancellationToken);
        var cursor = new PageCursor<T>(paging, maxPageSize);
        var window = new PageWindow<T>((request, stop) => fetch(request.Limit, request.Offset, stop), cancellationToken);
        await using var _ = window.ConfigureAwait(false);
        while (!cursor.IsDone)
        {
            while (cursor.TryPlan(window.Count, out var planned))
            {
                window.Start(planned);
            }

            var (request, page) = await window.TakeAsync().ConfigureAwait(false);
            var items = cursor.Accept(request, page, out var discardsRest);
            if (discardsRest)
            {
                await window.DiscardAsync().ConfigureAwait(false);
            }

            paging?.Progress?.Report(cursor.Progress);
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    /// <summary>The items of a list, one page after the other.</summary>
    public static IEnumerable<T> Enumerate<T>(
        Func<int, int, CancellationToken, Page<T>> fetch,
        int maxPageSize,
        PagingOptions? paging,
        CancellationToken cancellationToken = default)
    {
        using var both = Combine(paging, ref cancellationToken);
        var cursor = new PageCursor<T>(paging, maxPageSize);
        while (cursor.TryPlan(inFlight: 0, out var request))
        {
            var items = cursor.Accept(request, Fetch(fetch, request, cancellationToken), out _);
            paging?.Progress?.Report(cursor.Progress);
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    /// <summary>All items of a list.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items.ConfigureAwait(false))
        {
            list.Add(item);
        }

        return list;
    }

    /// <inheritdoc cref="ListAsync"/>
    public static IReadOnlyList<T> List<T>(IEnumerable<T> items) => [.. items];

    /// <summary>The token of the options counts as well as that of the method.</summary>
    private static CancellationTokenSource? Combine(PagingOptions? paging, ref CancellationToken cancellationToken)
    {
        if (paging is not { CancellationToken: { CanBeCanceled: true } second } || second == cancellationToken)
        {
            return null;
        }

        if (!cancellationToken.CanBeCanceled)
        {
            cancellationToken = second;
            return null;
        }

        var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, second);
        cancellationToken = both.Token;
        return both;
    }

    private static Page<T> Fetch<T>(
        Func<int, int, CancellationToken, Page<T>> fetch, PageRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return fetch(request.Limit, request.Offset, cancellationToken);
        }
        catch (ValentinaException ex)
        {
            ex.ResumeOffset = request.Offset;
            throw;
        }
    }
}

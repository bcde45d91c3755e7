namespace Valentina.Paging;

/// <summary>
/// The pages on their way, in the order they were asked for. Whatever is still under way when it is disposed gets cancelled.
/// </summary>
internal sealed class PageWindow<T>(
    Func<PageRequest, CancellationToken, Task<Page<T>>> fetch, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly Queue<(PageRequest Request, Task<Page<T>> Page)> _pages = new();
    private CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

    /// <summary>How many pages are under way or waiting to be taken.</summary>
    public int Count => _pages.Count;

    /// <summary>Sends the request for a page.</summary>
    public void Start(PageRequest request) => _pages.Enqueue((request, FetchAsync(request, _stop.Token)));

    /// <summary>The next page in order.</summary>
    public async Task<(PageRequest Request, Page<T> Page)> TakeAsync()
    {
        var (request, page) = _pages.Dequeue();
        return (request, await page.ConfigureAwait(false));
    }

    /// <summary>Cancels what is under way and waits until it is gone.</summary>
    public async ValueTask DiscardAsync()
    {
        if (_pages.Count > 0)
        {
            await StopAsync().ConfigureAwait(false);
            _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => StopAsync();

    private async ValueTask StopAsync()
    {
        _stop.Cancel();
        while (_pages.TryDequeue(out var entry))
        {
            await ((Task)entry.Page).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stop.Dispose();
    }

    private async Task<Page<T>> FetchAsync(PageRequest request, CancellationToken stop)
    {
        try
        {
            return await fetch(request, stop).ConfigureAwait(false);
        }
        catch (ValentinaException ex)
        {
            ex.ResumeOffset = request.Offset;
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}

using System.Globalization;

namespace Valentina.Client.Tests.Paging;

/// <summary>A list behind a page-wise interface. It records what it was asked, and can be told to misbehave.</summary>
internal sealed class PagedServer
{
    private readonly List<Pending> _pending = [];
    private bool _byHand;

    public PagedServer(int count) => Rows = [.. Enumerable.Range(0, count).Select(number => new Row(number))];

    /// <summary>
    /// A server whose requests wait until the test serves them. Without a synchronization context continuations run inside
    /// the call that serves, so that what happens in which order is up to the test alone.
    /// </summary>
    public static PagedServer ByHand(int count)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        return new PagedServer(count) { _byHand = true };
    }

    /// <summary>The list as it stands.</summary>
    public List<Row> Rows { get; }

    /// <summary>Every request, as "offset+limit".</summary>
    public List<string> Requests { get; } = [];

    /// <summary>How many requests were cancelled before they were served.</summary>
    public int Cancelled { get; private set; }

    /// <summary>How many requests wait to be served.</summary>
    public int Waiting => _pending.Count;

    /// <summary>What happens before the request of a number (from 1) is served.</summary>
    public Action<int>? Before { get; set; }

    /// <summary>Changes a page on its way out.</summary>
    public Action<Page<Row>>? Tamper { get; set; }

    public Page<Row> Fetch(int limit, int offset, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Record(limit, offset);
        return Serve(limit, offset);
    }

    public Task<Page<Row>> FetchAsync(int limit, int offset, CancellationToken cancellationToken)
    {
        Record(limit, offset);
        if (!_byHand)
        {
            try
            {
                return Task.FromResult(Serve(limit, offset));
            }
            catch (ValentinaException ex)
            {
                return Task.FromException<Page<Row>>(ex);
            }
        }

        var pending = new Pending(limit, offset, new TaskCompletionSource<Page<Row>>());
        _pending.Add(pending);
        cancellationToken.Register(() =>
        {
            if (_pending.Remove(pending))
            {
                Cancelled++;
                pending.Answer.SetCanceled(cancellationToken);
            }
        });
        return pending.Answer.Task;
    }

    /// <summary>Serves the waiting request that starts at an offset.</summary>
    public void ServeOffset(int offset) => ServeAt(_pending.FindIndex(pending => pending.Offset == offset));

    /// <summary>Serves the waiting request at a position.</summary>
    public void ServeAt(int index)
    {
        var pending = _pending[index];
        _pending.RemoveAt(index);
        try
        {
            pending.Answer.SetResult(Serve(pending.Limit, pending.Offset));
        }
        catch (ValentinaException ex)
        {
            pending.Answer.SetException(ex);
        }
    }

    private void Record(int limit, int offset) => Requests.Add(string.Create(CultureInfo.InvariantCulture, $"{offset}+{limit}"));

    private Page<Row> Serve(int limit, int offset)
    {
        Before?.Invoke(Requests.Count);
        var page = new Page<Row> { Items = [.. Rows.Skip(offset).Take(limit)], Limit = limit, Offset = offset, Total = Rows.Count };
        Tamper?.Invoke(page);
        return page;
    }

    private sealed record Pending(int Limit, int Offset, TaskCompletionSource<Page<Row>> Answer);
}

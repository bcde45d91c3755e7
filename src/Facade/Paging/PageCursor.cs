namespace Valentina.Paging;

/// <summary>
/// Decides which pages of a list to ask for and which of their items are new. It does no I/O, so that the synchronous
/// and the asynchronous pager obey the very same rules. It always moves forward, and a server that does not move along ends it.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class PageCursor<T>
{
    /// <summary>
    /// How many pages in a row may bring nothing new. One does when as many rows as a page has were inserted before it meanwhile; that
    /// this happens again and again means that the server does not move along.
    /// </summary>
    private const int MaxPagesWithoutNews = 10;

    /// <summary>
    /// How many rows the pages in a row without news must have held where the total grew meanwhile: with pages of one row, ten inserted
    /// rows already explain ten such pages.
    /// </summary>
    private const int MaxRowsWithoutNews = 100;

    /// <summary>How many pages in a row may leave as much to read as before, where items have no id to tell whether they are new.</summary>
    private const int MaxPagesWithoutProgress = 50;

    private readonly HashSet<Guid> _seen = [];
    private readonly int _start;
    private readonly int _window;
    private int _pageSize;
    private int _remaining;
    private int _delivered;
    private int _next;
    private int _received;
    private int? _total;
    private int? _lastTotal;
    private int _stepsBackLeft;
    private int _ahead = 1;
    private int _pagesWithoutNews;
    private int _rowsWithoutNews;
    private int _totalAtNews;
    private int _highest;
    private int _left = int.MaxValue;
    private int _pagesWithoutProgress;

    public PageCursor(PagingOptions? paging, int maxPageSize)
    {
        var options = paging ?? new PagingOptions();
        _start = _next = _received = options.Offset;
        _window = options.Window ?? PagingOptions.DefaultWindow;
        _remaining = options.MaxItems ?? int.MaxValue;
        _pageSize = options.PageSize ?? maxPageSize;
        IsDone = _remaining == 0;
    }

    /// <summary>Whether everything was delivered.</summary>
    public bool IsDone { get; private set; }

    /// <summary>
    /// How far the reading is. What is yet to come is counted from where the next page begins, so that rows that were deleted, or
    /// repeated and dropped, are not waited for.
    /// </summary>
    public PagingProgress Progress
    {
        get
        {
            if (IsDone)
            {
                return new PagingProgress(_delivered, _delivered);
            }

            var ahead = (long)_lastTotal.GetValueOrDefault() - _received;
            return new PagingProgress(
                _delivered, ahead < 0 ? null : (int)Math.Min(_delivered + Math.Min(ahead, _remaining), int.MaxValue));
        }
    }

    /// <summary>
    /// The next page to ask for, given how many are on their way. The first page goes alone: it tells the total,
    /// so that no page beyond the end is ever asked for.
    /// </summary>
    public bool TryPlan(int inFlight, out PageRequest request)
    {
        request = default;
        if (IsDone || inFlight >= _ahead || (inFlight > 0 && _next >= _total.GetValueOrDefault()))
        {
            return false;
        }

        var wanted = Math.Min(_pageSize, _remaining - (_next - _received));
        if (wanted <= 0)
        {
            return false;
        }

        request = new PageRequest(wanted, _next);
        _next += wanted;
        return true;
    }

    /// <summary>Takes a page in, in the order of the requests.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="page">What came.</param>
    /// <param name="discardsRest">Whether the pages on their way no longer join this one and must be dropped.</param>
    /// <returns>The items not delivered before.</returns>
    /// <exception cref="UnreadableResponseException">The server goes on promising items and brings none that is new.</exception>
    public IReadOnlyList<T> Accept(PageRequest request, Page<T> page, out bool discardsRest)
    {
        var before = _lastTotal ?? page.Total;
        _stepsBackLeft = _lastTotal is null ? page.Total : _stepsBackLeft;
        _lastTotal = page.Total;
        if (StepsBack(request, page.Total, before))
        {
            discardsRest = true;
            return [];
        }

        var count = page.Items.Count;
        var fresh = Fresh(page.Items);
        _received = request.Offset + count;
        _remaining -= fresh.Count;
        _delivered += fresh.Count;
        _total = page.Total >= _received ? page.Total : null;

        var clamped = page.Limit > 0 && page.Limit < request.Limit;
        var full = count >= (clamped ? page.Limit : request.Limit);
        if (clamped)
        {
            _pageSize = Math.Min(_pageSize, page.Limit);
        }

        IsDone = count == 0 || _remaining == 0 || (_total is { } total ? _received >= total : !full || fresh.Count == 0);

        if (!IsDone)
        {
            ThrowIfRunningAway(request, page, fresh.Count);
        }

        // Pages asked for before the list changed may have been read before it, and need not join this one.
        discardsRest = IsDone || _received != request.End || page.Total != before;
        if (discardsRest)
        {
            _next = _received;
        }

        _ahead = full && page.Total == before ? _window : 1;
        return fresh;
    }

    /// <summary>
    /// A total that shrank means that rows before this page are gone and others moved up into pages already read.
    /// Stepping back by as many rows finds them; those known are dropped by id. All steps together never exceed the
    /// first total, so that a total that swings for ever ends all the same.
    /// </summary>
    private bool StepsBack(PageRequest request, int total, int before)
    {
        var step = Math.Min(Math.Min(before - total, _stepsBackLeft), request.Offset - _start);
        if (step <= 0 || total == 0 || !ItemIdentity<T>.IsKnown)
        {
            return false;
        }

        _stepsBackLeft -= step;
        _next = _received = request.Offset - step;
        _ahead = 1;
        return true;
    }

    /// <summary>A server that ignores the offset, or moves the total away with every page, would be read for ever.</summary>
    private void ThrowIfRunningAway(PageRequest request, Page<T> page, int fresh)
    {
        var left = page.Total - _received;
        if (fresh > 0)
        {
            (_pagesWithoutNews, _rowsWithoutNews, _totalAtNews) = (0, 0, page.Total);
        }
        else if (request.Offset >= _highest)
        {
            // A page that was stepped back to may hold nothing but rows known, and does not count.
            _pagesWithoutNews++;
            _rowsWithoutNews += page.Items.Count;
        }

        _highest = Math.Max(_highest, _received);
        _pagesWithoutProgress = left >= _left ? _pagesWithoutProgress + 1 : 0;
        _left = left;
        if (ItemIdentity<T>.IsKnown ? IsWithoutNews(page.Total) : _pagesWithoutProgress >= MaxPagesWithoutProgress)
        {
            throw new UnreadableResponseException(
                $"The list does not move on: the page at offset {request.Offset} brought nothing new, and yet the server says that {left} items follow. It may ignore the offset.",
                FailureDetails.None)
            {
                ResumeOffset = request.Offset,
            };
        }
    }

    private bool IsWithoutNews(int total)
        => _pagesWithoutNews >= MaxPagesWithoutNews && (total <= _totalAtNews || _rowsWithoutNews >= MaxRowsWithoutNews);

    private List<T> Fresh(IReadOnlyList<T> items)
    {
        var fresh = new List<T>(items.Count);
        foreach (var item in items)
        {
            if (fresh.Count == _remaining)
            {
                break;
            }

            if (ItemIdentity<T>.Of(item) is not { } id || _seen.Add(id))
            {
                fresh.Add(item);
            }
        }

        return fresh;
    }
}

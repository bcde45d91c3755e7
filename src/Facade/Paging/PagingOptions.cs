namespace Valentina;

/// <summary>How a whole list is read, page by page.</summary>
public sealed class PagingOptions
{
    /// <summary>
    /// How many pages an asynchronous enumeration fetches at once when nothing else is said: it holds no more than these, the one whose
    /// items are handed out included, however slowly they are taken.
    /// </summary>
    public const int DefaultWindow = 3;

    /// <summary>
    /// How many pages an asynchronous method that gives the whole list fetches at once when nothing else is said: it keeps all items
    /// anyway.
    /// </summary>
    public const int DefaultListWindow = 5;

    /// <summary>The most pages that may be fetched at once.</summary>
    public const int MaxWindow = 16;

    /// <summary>
    /// How many items one request asks for; null asks for as many as the operation allows (100, or 1000 for the reference lists),
    /// which needs the fewest requests and suffers least from rows that move between pages.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int? PageSize
    {
        get;
        set => field = value is <= 0
            ? throw new ArgumentOutOfRangeException(nameof(value), value, "A page size must be at least 1.")
            : value;
    }

    /// <summary>The most items to read; null reads them all, and no request asks for more than that.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int? MaxItems
    {
        get;
        set => field = value is < 0
            ? throw new ArgumentOutOfRangeException(nameof(value), value, "The most items to read must not be negative.")
            : value;
    }

    /// <summary>
    /// How many pages an asynchronous method fetches at once, from 1 to <see cref="MaxWindow"/>; when null, <see cref="DefaultWindow"/> to
    /// enumerate and <see cref="DefaultListWindow"/> for a whole list. Synchronous methods read one page after the other.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public int? Window
    {
        get;
        set => field = value is < 1 or > MaxWindow
            ? throw new ArgumentOutOfRangeException(nameof(value), value, $"The window must be between 1 and {MaxWindow}.")
            : value;
    }

    /// <summary>
    /// Where to begin; <see cref="ValentinaException.ResumeOffset"/> of a failed enumeration goes here to take it up again.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Offset
    {
        get;
        set => field = value < 0 ? throw new ArgumentOutOfRangeException(nameof(value), value, "An offset must not be negative.") : value;
    }

    /// <summary>
    /// Is told after every page how many items have come and how many there will be, before the first item of the page is handed out;
    /// nothing is told where <see cref="MaxItems"/> is 0, since nothing is read. One report follows the other, also when several pages
    /// are fetched at once: in a synchronous enumeration on the thread that enumerates, in an asynchronous one on whichever goes on with
    /// it. <see cref="Progress{T}"/> takes it to the context it was made in, a little later. What it throws ends the reading and surfaces
    /// as it is.
    /// </summary>
    public IProgress<PagingProgress>? Progress { get; set; }

    /// <summary>A token to cancel the reading with; combined with the method's own.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Lets a list be read with nothing but a token: <c>ListAllAsync(cancellationToken)</c>.</summary>
    public static implicit operator PagingOptions(CancellationToken cancellationToken) => FromCancellationToken(cancellationToken);

    /// <summary>Options that hold nothing but a token.</summary>
    public static PagingOptions FromCancellationToken(CancellationToken cancellationToken)
        => new() { CancellationToken = cancellationToken };

    /// <summary>The same for a whole list, which is read with a window of its own unless the caller chose one.</summary>
    internal static PagingOptions ForWholeList(PagingOptions? paging)
    {
        if (paging?.Window is not null)
        {
            return paging;
        }

        var whole = (PagingOptions?)paging?.MemberwiseClone() ?? new PagingOptions();
        whole.Window = DefaultListWindow;
        return whole;
    }
}

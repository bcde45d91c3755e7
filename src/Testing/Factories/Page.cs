namespace Valentina.Testing;

/// <summary>Makes pages of lists.</summary>
public static class Page
{
    /// <summary>A page that is the whole list.</summary>
    public static Page<T> Of<T>(params T[] items) => Of(items, items.Length);

    /// <summary>A page of a longer list.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items of this page.</param>
    /// <param name="total">How many the whole list has.</param>
    /// <param name="offset">How many come before this page.</param>
    /// <param name="limit">The page size; the number of items, and at least 10, when left out.</param>
    public static Page<T> Of<T>(IReadOnlyList<T> items, int total, int offset = 0, int? limit = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new Page<T> { Items = items, Limit = limit ?? Math.Max(10, items.Count), Offset = offset, Total = total };
    }
}

namespace Valentina;

/// <summary>How far the reading of a whole list is, as <see cref="PagingOptions.Progress"/> tells it after every page.</summary>
/// <param name="Received">
/// How many items this reading has brought, those of the page that just came included; it never shrinks. Items before
/// <see cref="PagingOptions.Offset"/> do not count, and one that a list without a stable order repeats counts once.
/// </param>
/// <param name="Total">
/// How many items this reading will have brought in the end, as far as the page that just came tells: those received and those that
/// follow, at most <see cref="PagingOptions.MaxItems"/>. Null where the server's total contradicts its items. Otherwise it is never below
/// <paramref name="Received"/>, and with the last page both are the same. It changes when the list does while it is read.
/// </param>
public readonly record struct PagingProgress(int Received, int? Total)
{
    /// <summary>Both numbers, for people: <c>300 of 950</c>, or <c>300</c> where the total is unknown.</summary>
    public override string ToString()
        => Total is { } total ? FormattableString.Invariant($"{Received} of {total}") : FormattableString.Invariant($"{Received}");
}

namespace Valentina.Paging;

/// <summary>One page to ask for.</summary>
internal readonly record struct PageRequest(int Limit, int Offset)
{
    /// <summary>The offset of what follows, if the page comes full.</summary>
    public int End => Offset + Limit;
}

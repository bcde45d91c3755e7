namespace Valentina.Paging;

/// <summary>An item of a list that an id tells apart from the others: the generated models of answers with an <c>Id</c>.</summary>
internal interface IIdentified
{
    /// <summary>The id; null where this item has none.</summary>
    Guid? Identity { get; }
}

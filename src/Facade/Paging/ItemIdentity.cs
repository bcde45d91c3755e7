namespace Valentina.Paging;

/// <summary>Reads the id of an item, where its type has one; without reflection, so that it does in trimmed and native programs.</summary>
internal static class ItemIdentity<T>
{
    /// <summary>Whether items of this type can be told apart.</summary>
    public static bool IsKnown { get; } = typeof(IIdentified).IsAssignableFrom(typeof(T));

    /// <summary>The id, or null where the type or this item has none.</summary>
    public static Guid? Of(T item) => item is IIdentified { Identity: { } id } && id != Guid.Empty ? id : null;
}

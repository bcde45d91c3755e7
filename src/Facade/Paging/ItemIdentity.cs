namespace Valentina.Paging;

/// <summary>Reads the id of an item, where its type has one: the property <c>Id</c> of type <see cref="Guid"/>.</summary>
internal static class ItemIdentity<T>
{
    private static readonly Func<T, Guid?>? Read = Find();

    /// <summary>Whether items of this type can be told apart.</summary>
    public static bool IsKnown => Read is not null;

    /// <summary>The id, or null where the type or this item has none.</summary>
    public static Guid? Of(T item) => item is not null && Read?.Invoke(item) is { } id && id != Guid.Empty ? id : null;

    private static Func<T, Guid?>? Find()
    {
        var getter = typeof(T).GetProperty("Id")?.GetMethod;
        if (getter is null || typeof(T).IsValueType)
        {
            return null;
        }

        if (getter.ReturnType == typeof(Guid?))
        {
            return getter.CreateDelegate<Func<T, Guid?>>();
        }

        if (getter.ReturnType != typeof(Guid))
        {
            return null;
        }

        var read = getter.CreateDelegate<Func<T, Guid>>();
        return item => read(item);
    }
}

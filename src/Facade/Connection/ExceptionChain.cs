namespace Valentina.Connection;

/// <summary>Looks for a cause below what .NET wrapped around it.</summary>
internal static class ExceptionChain
{
    /// <summary>Whether the exception, or one inside it, is of a type.</summary>
    public static bool Contains<T>(Exception? exception)
        where T : Exception
        => Find<T>(exception) is not null;

    /// <summary>The outermost exception of a type; null where there is none.</summary>
    public static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }
}

using System.Runtime.CompilerServices;
using Valentina.Validation;

namespace Valentina.Json;

/// <summary>Copies a model as it is: what was never assigned stays so, which a copy made member by member would forget.</summary>
internal static class ModelCopy
{
    /// <summary>A copy of its own; lists and models within are shared.</summary>
    public static T Of<T>(T model)
        where T : class, IValidatableModel
    {
        ArgumentNullException.ThrowIfNull(model);
        return (T)MemberwiseClone(model);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = nameof(MemberwiseClone))]
    private static extern object MemberwiseClone(object model);
}

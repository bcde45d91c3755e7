using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Valentina.AspNetCore;

/// <summary>A member of a model, as it is on the wire.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Type">What it is in C#.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="IsRequired">Whether it is always there.</param>
/// <param name="IsDeprecated">Whether the service calls it deprecated.</param>
internal sealed record WireMember(string Name, Type Type, bool IsNullable, bool IsRequired, bool IsDeprecated)
{
    /// <summary>The members of a model, in its own order.</summary>
    public static IEnumerable<WireMember> Of(Type model)
    {
        var nullability = new NullabilityInfoContext();

        // Only models of answers keep what they do not know.
        var isAnswer = model.GetProperty("AdditionalData") is not null || !ModelTypes.IsModel(model);
        foreach (var property in model.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name is { } name)
            {
                var isNullable = nullability.Create(property).ReadState == NullabilityState.Nullable;
                yield return new WireMember(
                    name,
                    property.PropertyType,
                    isNullable,
                    isAnswer ? !isNullable : property.IsDefined(typeof(RequiredMemberAttribute)),
                    property.IsDefined(typeof(ObsoleteAttribute)));
            }
        }
    }
}

using System.Globalization;

namespace Valentina.Raw;

/// <summary>Checks of single parameters while a request is built.</summary>
internal sealed partial class ApiRequest
{
    /// <summary>Refuses a number outside the limits of the contract; null is not sent and so never wrong.</summary>
    public ApiRequest InRange(string name, long? value, long? minimum, long? maximum)
    {
        if (value < minimum)
        {
            throw new RequestValidationException(
                Operation, name, string.Create(CultureInfo.InvariantCulture, $"must be at least {minimum}, but is {value}"));
        }

        if (value > maximum)
        {
            throw new RequestValidationException(
                Operation, name, string.Create(CultureInfo.InvariantCulture, $"must be at most {maximum}, but is {value}"));
        }

        return this;
    }

    /// <summary>Sets a list as the JSON body, enumerated once, and refuses one of the wrong length.</summary>
    public ApiRequest JsonList<T>(IEnumerable<T> body, int minimum, int maximum)
    {
        ArgumentNullException.ThrowIfNull(body);
        var items = body as IReadOnlyCollection<T> ?? [.. body];
        var limit = items.Count < minimum ? $"at least {minimum}" : items.Count > maximum ? $"at most {maximum}" : null;
        return limit is null
            ? Json(items)
            : throw new RequestValidationException(
                Operation,
                "body",
                string.Create(CultureInfo.InvariantCulture, $"must have {limit} items, but has {items.Count}"));
    }

    /// <summary>Refuses a request that gives none of several parameters.</summary>
    public ApiRequest AtLeastOne(string name, string message, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            if (value is not null)
            {
                return this;
            }
        }

        throw new RequestValidationException(Operation, name, $"is missing: {message}");
    }
}

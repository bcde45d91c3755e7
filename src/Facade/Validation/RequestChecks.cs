using System.Globalization;

namespace Valentina.Raw;

/// <summary>Checks of single parameters while a request is built.</summary>
internal static class RequestChecks
{
    /// <summary>Refuses a number outside the limits of the contract; null is not sent and so never wrong.</summary>
    public static ApiRequest InRange(this ApiRequest request, string name, long? value, long? minimum, long? maximum)
    {
        if (value < minimum)
        {
            throw new RequestValidationException(request.Operation.Id, name, string.Create(CultureInfo.InvariantCulture, $"must be at least {minimum}, but is {value}"));
        }

        if (value > maximum)
        {
            throw new RequestValidationException(request.Operation.Id, name, string.Create(CultureInfo.InvariantCulture, $"must be at most {maximum}, but is {value}"));
        }

        return request;
    }

    /// <summary>Refuses a request that gives none of several parameters.</summary>
    public static ApiRequest AtLeastOne(this ApiRequest request, string name, string message, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            if (value is not null)
            {
                return request;
            }
        }

        throw new RequestValidationException(request.Operation.Id, name, $"is missing: {message}");
    }
}

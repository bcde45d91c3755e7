using System.Globalization;
using Valentina.Json;

namespace Valentina.Validation;

/// <content>What numbers, lists and values of closed sets must be.</content>
internal sealed partial class ModelValidator
{
    /// <summary>The limits of a whole number.</summary>
    public void Range(string member, long? value, long? minimum, long? maximum)
    {
        if (value < minimum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"must be at least {minimum}, but is {value}"));
        }
        else if (value > maximum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"must be at most {maximum}, but is {value}"));
        }
    }

    /// <summary>The limits of a number.</summary>
    public void Range(string member, double? value, double? minimum, double? maximum)
    {
        if (value < minimum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"must be at least {minimum}, but is {value}"));
        }
        else if (value > maximum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"must be at most {maximum}, but is {value}"));
        }
    }

    /// <summary>The limits of an amount of money.</summary>
    public void Range(string member, decimal? value, decimal? minimum, decimal? maximum)
    {
        if (value < minimum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"must be at least {minimum}, but is {value}"));
        }
        else if (value > maximum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"must be at most {maximum}, but is {value}"));
        }
    }

    /// <summary>How many items a list has.</summary>
    public void Count<T>(string member, IReadOnlyCollection<T>? values, int minimum, int maximum)
    {
        if (values is null)
        {
            return;
        }

        if (values.Count < minimum)
        {
            Add(member, string.Create(
                CultureInfo.InvariantCulture, $"must have at least {minimum} {(minimum == 1 ? "item" : "items")}, but has {values.Count}"));
        }
        else if (values.Count > maximum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"must have at most {maximum} items, but has {values.Count}"));
        }
    }

    /// <summary>A value of a closed set; one that was never set is what <see cref="RequiredEnum"/> looks for.</summary>
    public void Known<T>(string member, T value)
        where T : struct, IOpenEnum<T>
    {
        if (KnownValues.Exclude(value))
        {
            Add(member, KnownValues.Message(value));
        }
    }

    /// <summary>A value of a closed set that may be left out; a value without a text is not left out.</summary>
    public void Known<T>(string member, T? value)
        where T : struct, IOpenEnum<T>
    {
        if (value is { } given)
        {
            RequiredEnum(member, given);
            Known(member, given);
        }
    }

    /// <summary>Values of a closed set.</summary>
    public void KnownItems<T>(string member, IReadOnlyCollection<T>? values)
        where T : struct, IOpenEnum<T>
    {
        var index = 0;
        foreach (var value in values ?? [])
        {
            Known<T>($"{member}[{index.ToString(CultureInfo.InvariantCulture)}]", (T?)value);
            index++;
        }
    }

    /// <summary>A value of a closed set of numbers.</summary>
    public void Defined<T>(string member, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            Add(member, $"must be one of {string.Join(", ", Enum.GetNames<T>())}, but is {value:D}");
        }
    }

    /// <inheritdoc cref="Defined{T}(string, T)"/>
    public void Defined<T>(string member, T? value)
        where T : struct, Enum
    {
        if (value is { } given)
        {
            Defined(member, given);
        }
    }
}

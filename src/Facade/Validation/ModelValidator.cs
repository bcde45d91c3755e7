using System.Globalization;
using System.Text;

namespace Valentina.Validation;

/// <summary>
/// Collects what the server would refuse about a request, member by member and without reflection: generated models call
/// it with what they hold. It never refuses what the server accepts, so a rule that is in doubt is not checked.
/// </summary>
internal sealed class ModelValidator
{
    private readonly List<RequestFault> _faults = [];
    private readonly StringBuilder _path = new();

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<RequestFault> Faults => _faults;

    /// <summary>Everything that is wrong with a body.</summary>
    /// <param name="body">A model, a list of models, or anything else, which is not checked.</param>
    public static IReadOnlyList<RequestFault> FindFaults(object body)
    {
        if (body is not (IValidatableModel or IEnumerable<IValidatableModel>))
        {
            return [];
        }

        var validator = new ModelValidator();
        switch (body)
        {
            case IValidatableModel model:
                model.Validate(validator);
                break;
            case IEnumerable<IValidatableModel> models:
                validator.NestedItems("", models);
                break;
        }

        return validator._faults;
    }

    /// <summary>A member that must be there.</summary>
    public void Required(string member, object? value)
    {
        if (value is null)
        {
            Add(member, "is required");
        }
    }

    /// <summary>An id that must be there.</summary>
    public void RequiredId(string member, Guid value)
    {
        if (value == Guid.Empty)
        {
            Add(member, "is required and must not be the empty id");
        }
    }

    /// <summary>An enum value that must be there.</summary>
    public void RequiredEnum<T>(string member, T value)
        where T : struct, IOpenEnum
    {
        if (value.Value.Length == 0)
        {
            Add(member, "is required");
        }
    }

    /// <summary>An assigned member of a patch that has no empty state on the server.</summary>
    public void NotNull<T>(string member, T value)
    {
        if (value is null)
        {
            Add(member, "must not be null; leave it unassigned to keep what is stored");
        }
    }

    /// <summary>The length of a text, in characters as the server counts them (code points).</summary>
    public void Length(string member, string? value, int minimum, int maximum)
    {
        if (value is not null)
        {
            CheckLength(member, value, minimum, maximum);
        }
    }

    /// <summary>The length of a text that may also be empty: the server trims it and takes an empty one as none.</summary>
    public void LengthOrEmpty(string member, string? value, int minimum, int maximum)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            CheckLength(member, value, minimum, maximum);
        }
    }

    /// <summary>The lengths of the texts of a list.</summary>
    public void ItemLengths(string member, IReadOnlyCollection<string>? values, int minimum, int maximum)
    {
        var index = 0;
        foreach (var value in values ?? [])
        {
            if (value is not null)
            {
                CheckLength($"{member}[{index.ToString(CultureInfo.InvariantCulture)}]", value, minimum, maximum);
            }

            index++;
        }
    }

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

    /// <summary>An e-mail address: something, an at sign, something, and no blank; the server knows the rest.</summary>
    public void Email(string member, string? value)
    {
        if (value is null)
        {
            return;
        }

        var text = value.Trim();
        var at = text.LastIndexOf('@');
        if (at < 1 || at == text.Length - 1)
        {
            Add(member, "must be an e-mail address");
        }
    }

    /// <summary>A value of a closed set; one that was never set is what <see cref="RequiredEnum"/> looks for.</summary>
    public void Known<T>(string member, T value)
        where T : struct, IOpenEnum
    {
        if (value is { IsKnown: false, Value.Length: > 0 })
        {
            Add(member, $"must be one of the values the server knows, but is '{value.Value}'");
        }
    }

    /// <summary>A value of a closed set that may be left out; a value without a text is not left out.</summary>
    public void Known<T>(string member, T? value)
        where T : struct, IOpenEnum
    {
        if (value is { } given)
        {
            RequiredEnum(member, given);
            Known(member, given);
        }
    }

    /// <summary>Values of a closed set.</summary>
    public void KnownItems<T>(string member, IReadOnlyCollection<T>? values)
        where T : struct, IOpenEnum
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

    /// <summary>At least one of several members must be there.</summary>
    public void AtLeastOne(string member, string message, params ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            if (value is not null)
            {
                return;
            }
        }

        Add(member, $"is missing: {message}");
    }

    /// <summary>A member that must be there under a condition.</summary>
    public void RequiredWhen(bool condition, string member, object? value, string message)
    {
        if (condition && value is null)
        {
            Add(member, $"is required: {message}");
        }
    }

    /// <summary>The keys a map may have.</summary>
    public void Keys<T>(string member, IReadOnlyDictionary<string, T>? values, string message, params ReadOnlySpan<string> keys)
    {
        foreach (var (key, _) in values ?? new Dictionary<string, T>())
        {
            if (!keys.Contains(key))
            {
                Add($"{member}.{key}", $"is not allowed: {message}");
            }
        }
    }

    /// <summary>A model within the model.</summary>
    public void Nested(string member, IValidatableModel? model)
    {
        if (model is null)
        {
            return;
        }

        var length = _path.Length;
        _path.Append(member).Append('.');
        model.Validate(this);
        _path.Length = length;
    }

    /// <summary>Models in a list.</summary>
    public void NestedItems(string member, IEnumerable<IValidatableModel?>? models)
    {
        var index = 0;
        foreach (var model in models ?? [])
        {
            var name = $"{member}[{index.ToString(CultureInfo.InvariantCulture)}]";
            if (model is null)
            {
                Add(name, "must not be null");
            }
            else
            {
                Nested(name, model);
            }

            index++;
        }
    }

    /// <summary>Models in a map.</summary>
    public void NestedValues<T>(string member, IReadOnlyDictionary<string, T>? models)
        where T : IValidatableModel?
    {
        foreach (var (key, model) in models ?? new Dictionary<string, T>())
        {
            Nested($"{member}.{key}", model);
        }
    }

    /// <summary>
    /// The server trims texts, and where it counts is not the same everywhere. So a text is too short only when it is
    /// short before trimming, and too long only when it is long after.
    /// </summary>
    private void CheckLength(string member, string value, int minimum, int maximum)
    {
        var length = CodePoints(value);
        if (length < minimum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"must have at least {minimum} characters, but has {length}"));
            return;
        }

        var trimmed = length > maximum ? CodePoints(value.AsSpan().Trim()) : length;
        if (trimmed > maximum)
        {
            Add(member, string.Create(CultureInfo.InvariantCulture, $"must have at most {maximum} characters, but has {trimmed}"));
        }
    }

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    private void Add(string member, string message) => _faults.Add(new RequestFault(_path + member, message));
}

using System.Globalization;
using System.Text;

namespace Valentina.Validation;

/// <summary>
/// Collects what the server would refuse about a request, member by member and without reflection: generated models call
/// it with what they hold. It never refuses what the server accepts, so a rule that is in doubt is not checked.
/// </summary>
internal sealed partial class ModelValidator
{
    private readonly List<ValidationError> _errors = [];
    private readonly StringBuilder _path = new();

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ValidationError> Errors => _errors;

    /// <summary>Everything that is wrong with a body.</summary>
    /// <param name="body">A model, a list of models, or anything else, which is not checked.</param>
    public static IReadOnlyList<ValidationError> FindErrors(object body)
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

        return validator._errors;
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

    /// <summary>A member that must not be there under a condition.</summary>
    public void AbsentWhen(bool condition, string member, object? value, string message)
    {
        if (condition && value is not null)
        {
            Add(member, $"must be left out: {message}");
        }
    }

    /// <summary>A member of a patch that must not be cleared under a condition.</summary>
    public void NotNullWhen(bool condition, string member, object? value, string message)
    {
        if (condition && value is null)
        {
            Add(member, $"must not be null: {message}");
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

    private void Add(string member, string message) => _errors.Add(new ValidationError(_path + member, message));
}

using Valentina.SpecTool.Json;
using Valentina.SpecTool.Refusals;

namespace Valentina.SpecTool.View;

/// <summary>Every type name once. Two schemas that want the same name stop the build: a suffix would depend on their order.</summary>
internal sealed class TypeNames
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Keeps a name for something that is no model.</summary>
    public void Keep(string name, string what) => _owners.TryAdd(name, what);

    /// <summary>Takes a name for the schema at a pointer.</summary>
    public string Take(string name, string pointer)
    {
        if (!_owners.TryAdd(name, pointer))
        {
            throw SpecException.At(
                pointer, $"the type name '{name}' is taken by {_owners[name]}; give one of them an x-name",
                Cures.Name(pointer, name + "Other"));
        }

        return name;
    }
}

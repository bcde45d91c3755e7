using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.View;

/// <summary>Every type name once. Two schemas that want the same name stop the build: a suffix would depend on their order.</summary>
internal sealed class TypeNames
{
    private readonly Dictionary<string, string> _owners = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a name for the schema at a pointer.</summary>
    public string Take(string name, string pointer)
    {
        if (!_owners.TryAdd(name, pointer))
        {
            throw SpecException.At(pointer, $"the type name '{name}' is taken by {_owners[name]}; give one of them an x-name");
        }

        return name;
    }
}

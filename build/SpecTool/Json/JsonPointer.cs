using System.Globalization;

namespace Valentina.SpecTool.Json;

/// <summary>The place of a value inside a JSON document (RFC 6901), as errors name it.</summary>
/// <param name="Text">The pointer's text, for example <c>/paths/~1v1~1usage/get</c>; empty for the whole document.</param>
public readonly record struct JsonPointer(string Text)
{
    /// <summary>The whole document.</summary>
    public static JsonPointer Root { get; } = new("");

    /// <summary>The member <paramref name="name"/> of the object at this place.</summary>
    public JsonPointer Child(string name)
        => new($"{Text}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}");

    /// <summary>The item <paramref name="index"/> of the array at this place.</summary>
    public JsonPointer Child(int index) => new($"{Text}/{index.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>The names and indexes on the way, from the outside in.</summary>
    public IReadOnlyList<string> Steps() => [.. Text.Split('/').Skip(1).Select(step
        => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    /// <summary>The place that holds this one; the whole document holds itself.</summary>
    public JsonPointer Parent() => Text.Length == 0 ? this : new(Text[..Text.LastIndexOf('/')]);

    /// <inheritdoc/>
    public override string ToString() => Text.Length == 0 ? "/" : Text;
}

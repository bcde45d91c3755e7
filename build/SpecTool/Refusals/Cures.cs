using System.Text.Json.Nodes;
using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.Refusals;

/// <summary>The cures that refusals propose, for places that are still texts.</summary>
internal static class Cures
{
    /// <summary>Merges something into the object at a place.</summary>
    public static Cure Update(string pointer, JsonObject update) => new(new JsonPointer(pointer), update);

    /// <summary>Gives what stands at a place a member.</summary>
    public static Cure Set(string pointer, string member, JsonNode value) => Cure.Set(new JsonPointer(pointer), member, value);

    /// <summary>Gives what stands at a place a name.</summary>
    public static Cure Name(string pointer, string name) => Set(pointer, "x-name", name);

    /// <summary>Reads and writes what stands at a place as free JSON.</summary>
    public static Cure AnyJson(string pointer) => Set(pointer, "x-any-json", true);

    /// <summary>Takes what stands at a place out of the document.</summary>
    public static Cure Remove(string pointer) => Cure.Remove(new JsonPointer(pointer));

    /// <summary>The place above a place.</summary>
    public static string Above(string pointer) => new JsonPointer(pointer).Parent().Text;

    /// <summary>The operation a place belongs to; the place itself where it belongs to none.</summary>
    public static string OperationOf(string pointer)
    {
        var steps = pointer.Split('/');
        return steps is ["", "paths", _, _, ..] ? string.Join('/', steps.Take(4)) : pointer;
    }
}

using Valentina.SpecTool.Json;

namespace Valentina.SpecTool.View;

/// <summary>Makes the error that stops a view: the place, and what is wrong there.</summary>
internal static class Fault
{
    public static SpecException At(string pointer, string problem) => new(new JsonPointer(pointer), problem);
}

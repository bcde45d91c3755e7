using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Numbers as the server reads them: in a string too.</summary>
internal static class Numbers
{
    public static int Int(JsonNode node)
    {
        var value = node.AsValue();
        return value.TryGetValue<int>(out var small) ? small
            : value.TryGetValue<long>(out var large) ? (int)large
            : value.TryGetValue<double>(out var real) ? (int)real
            : int.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture);
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Numbers as the server reads them: in a string too.</summary>
internal static class Numbers
{
    /// <summary>A whole number.</summary>
    /// <exception cref="ProblemException">It is larger than the server's database holds, where nobody catches that.</exception>
    public static int Int(JsonNode node)
    {
        var value = node.AsValue();
        if (value.TryGetValue<int>(out var small))
        {
            return small;
        }

        var number = value.TryGetValue<long>(out var large) ? large
            : value.TryGetValue<double>(out var real) ? Math.Truncate(real)
            : double.TryParse(node.GetValue<string>(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) ? read
            : double.NaN;
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw ProblemException.Uncaught();
    }
}

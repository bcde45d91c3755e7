using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>Keeps credentials out of the call log.</summary>
internal static class Redaction
{
    public const string Mask = "***";

    private static readonly HashSet<string> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        "X-API-KEY", "Authorization", "Cookie", "Proxy-Authorization"
    };

    private static readonly HashSet<string> Members = new(StringComparer.Ordinal) { "api_key", "token", "password" };

    public static Dictionary<string, string> Clean(IReadOnlyDictionary<string, string> headers)
    {
        var clean = new Dictionary<string, string>(headers.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers)
        {
            clean[name] = Headers.Contains(name) ? Mask : value;
        }

        return clean;
    }

    /// <summary>Replaces credentials in place.</summary>
    public static JsonNode? Clean(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject @object:
                foreach (var name in @object.Select(member => member.Key).ToList())
                {
                    if (Members.Contains(name) && @object[name] is not null)
                    {
                        @object[name] = Mask;
                    }
                    else
                    {
                        Clean(@object[name]);
                    }
                }

                break;
            case JsonArray array:
                foreach (var item in array)
                {
                    Clean(item);
                }

                break;
        }

        return node;
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Valentina.Testing;

/// <summary>
/// A JSON body as the real services read it, which .NET's own nodes do not: of a key that comes twice the last value counts, and every text
/// is looked at at once, so that none can fail later.
/// </summary>
internal static class JsonBody
{
    /// <summary>Deeper than any request is meant to be, and shallow enough to walk through.</summary>
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    /// <summary>Whether bytes are text at all.</summary>
    public static bool IsText(ReadOnlySpan<byte> body) => Utf8.IsValid(body);

    /// <summary>Reads a body that is text.</summary>
    /// <param name="body">The body, in UTF-8.</param>
    /// <param name="loneSurrogate">Where an escaped half of a character ends that has no other half, and nothing is read then; -1 for
    /// nowhere.</param>
    /// <exception cref="JsonException">It is no JSON, or nested too deeply.</exception>
    public static JsonNode? Read(ReadOnlyMemory<byte> body, out int loneSurrogate)
    {
        using var document = JsonDocument.Parse(body, Options);
        loneSurrogate = LoneSurrogate(body.Span);
        return loneSurrogate < 0 ? Node(document.RootElement) : null;
    }

    /// <summary>Looks through well-formed JSON, where a backslash only begins an escape.</summary>
    private static int LoneSurrogate(ReadOnlySpan<byte> json)
    {
        for (var index = 0; index < json.Length; index++)
        {
            if (json[index] != '\\')
            {
                continue;
            }

            index++;
            if (json[index] != 'u')
            {
                continue;
            }

            var unit = Unit(json, index);
            index += 4;
            if (char.IsLowSurrogate(unit))
            {
                return index + 1;
            }

            if (char.IsHighSurrogate(unit))
            {
                if (index + 6 >= json.Length
                    || json[index + 1] != '\\'
                    || json[index + 2] != 'u'
                    || !char.IsLowSurrogate(Unit(json, index + 2)))
                {
                    return index + 1;
                }

                index += 6;
            }
        }

        return -1;
    }

    /// <summary>The code unit after the <c>u</c> at a place.</summary>
    private static char Unit(ReadOnlySpan<byte> json, int place)
        => (char)ushort.Parse(json.Slice(place + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static JsonNode? Node(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var form = new JsonObject();
                foreach (var member in element.EnumerateObject())
                {
                    form[member.Name] = Node(member.Value);
                }

                return form;
            case JsonValueKind.Array:
                return new JsonArray([.. element.EnumerateArray().Select(Node)]);
            case JsonValueKind.Null:
                return null;
            default:
                return JsonValue.Create(element.Clone());
        }
    }
}

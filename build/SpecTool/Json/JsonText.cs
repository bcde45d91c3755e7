using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Valentina.SpecTool.Json;

/// <summary>
/// Reads and writes JSON the one way this repository keeps it: document order, two blanks, LF, numbers as they were written.
/// </summary>
public static class JsonText
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads an object; a repeated member, a comment or a trailing comma is refused.</summary>
    /// <exception cref="SpecException">The text is no JSON object.</exception>
    public static JsonObject ParseObject(string json)
    {
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false };
            return JsonNode.Parse(json, documentOptions: options) as JsonObject
                ?? throw new SpecException(JsonPointer.Root, "A JSON object is expected.");
        }
        catch (JsonException ex)
        {
            throw new SpecException(JsonPointer.Root, $"The text is not valid JSON: {ex.Message}") { Line = (int?)ex.LineNumber + 1 };
        }
    }

    /// <summary>Reads an object from a file.</summary>
    public static JsonObject ReadObject(string path)
    {
        try
        {
            return ParseObject(File.ReadAllText(path));
        }
        catch (SpecException ex)
        {
            throw new SpecException(ex.Pointer, $"{Path.GetFileName(path)}: {ex.Problem}") { File = path, Line = ex.Line };
        }
    }

    /// <summary>Writes a value; the same value always gives the same text.</summary>
    public static string Write(JsonNode value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Layout))
        {
            value.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }
}

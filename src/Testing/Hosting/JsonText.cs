using System.Text.Encodings.Web;
using System.Text.Json;

namespace Valentina.Testing;

/// <summary>How the fakes write JSON: compact, and with the characters of every language as they are.</summary>
internal static class JsonText
{
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

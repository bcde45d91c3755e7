using System.Text.Json;

namespace Valentina.Json.Codecs;

/// <summary>The members of a page beside its items.</summary>
internal static class PageMembers
{
    /// <summary>Reads the member whose name the reader stands on, or goes over it if no page has it.</summary>
    /// <returns>False where it is the items, which are left to the caller.</returns>
    public static bool TryRead<T>(ref Utf8JsonReader reader, Page<T> page)
    {
        var name = JsonTokens.Name(ref reader);
        switch (name.Length)
        {
            case 5 when name.SequenceEqual("items"u8):
                return false;
            case 5 when name.SequenceEqual("limit"u8):
                page.Limit = Number(ref reader, page.Limit);
                break;
            case 6 when name.SequenceEqual("offset"u8):
                page.Offset = Number(ref reader, page.Offset);
                break;
            case 5 when name.SequenceEqual("total"u8):
                page.Total = Number(ref reader, page.Total);
                break;
            default:
                JsonTokens.SkipValue(ref reader);
                break;
        }

        return true;
    }

    public static void Write<T>(Utf8JsonWriter writer, Page<T> page)
    {
        writer.WriteNumber("limit"u8, page.Limit);
        writer.WriteNumber("offset"u8, page.Offset);
        writer.WriteNumber("total"u8, page.Total);
    }

    private static int Number(ref Utf8JsonReader reader, int otherwise)
        => JsonTokens.MoveToValue(ref reader) ? Int32Codec.Read(ref reader) : otherwise;
}

using System.Globalization;
using Newtonsoft.Json;

namespace Valentina.Json;

/// <summary>Reads and writes instants. One without a zone is in UTC, wherever the program runs; offsets and fractions are kept.</summary>
internal sealed class InstantConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(DateTimeOffset) || objectType == typeof(DateTimeOffset?);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return reader.Value switch
        {
            null when reader.TokenType == JsonToken.Null => Nullable.GetUnderlyingType(objectType) is null ? default(DateTimeOffset) : null,
            string text when TryParse(text, out var instant) => instant,
            DateTimeOffset instant => instant,
            DateTime instant =>
                new DateTimeOffset(instant.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : instant),
            _ => throw new JsonSerializationException($"'{reader.Path}' is no date and time."),
        };
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteValue(value is DateTimeOffset instant ? instant.ToString(FormatOf(instant), CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Reads an instant in any form that has a date and a time.</summary>
    internal static bool TryParse(string text, out DateTimeOffset instant)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);

    /// <summary>The form an instant is written in.</summary>
    internal static string FormatOf(DateTimeOffset instant)
        => instant.Offset == TimeSpan.Zero ? "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ" : "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz";
}

using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Valentina.Json;

/// <summary>
/// Reads and writes a model with System.Text.Json in the form of the wire, whatever the options say. Not meant for programs.
/// </summary>
/// <typeparam name="T">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelConverter<T> : JsonConverter<T>
    where T : class, IJsonModel<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => WireJson.ReadValue(ref reader, T.ReadJson);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteJson(writer);
    }
}

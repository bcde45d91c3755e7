using System.ComponentModel;
using System.Text.Json;

namespace Valentina.Json;

/// <summary>A model that writes itself as JSON. Implemented by the models of the SDK only; not meant for use in programs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel
{
    /// <summary>Writes the model in the form of the wire.</summary>
    /// <param name="writer">Where it goes.</param>
    void WriteJson(Utf8JsonWriter writer);
}

/// <summary>A model that reads itself from JSON. Implemented by the models of the SDK only; not meant for use in programs.</summary>
/// <typeparam name="TSelf">The model itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel<TSelf> : IJsonModel
    where TSelf : IJsonModel<TSelf>
{
    /// <summary>Reads the model; the reader stands on its first token, and on its last one afterwards.</summary>
    /// <param name="reader">Where it comes from.</param>
    /// <exception cref="JsonException">It is not what the contract says, or no JSON.</exception>
    static abstract TSelf ReadJson(ref Utf8JsonReader reader);
}

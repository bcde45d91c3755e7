using System.Text.Json.Nodes;

namespace Valentina.Testing;

/// <summary>One thing the server stores: its id and its members under their wire names.</summary>
internal sealed class Entity(string kind, string id, JsonObject data)
{
    public string Kind { get; } = kind;

    public string Id { get; } = id;

    public JsonObject Data { get; } = data;

    /// <summary>Whether it is deleted but still shown to administrators.</summary>
    public bool IsArchived { get; set; }

    public JsonNode? this[string member]
    {
        get => Data[member];
        set => Data[member] = value;
    }

    /// <summary>A member as text; null when it is absent or null.</summary>
    public string? Text(string member) => Data[member]?.GetValue<string>();

    /// <summary>A member as a number; 0 when it is absent or null.</summary>
    public int Number(string member) => Data[member] is { } value ? Numbers.Int(value) : 0;

    /// <summary>A member as a flag; false when it is absent or null.</summary>
    public bool Flag(string member) => Data[member]?.GetValue<bool>() == true;

    /// <summary>A member as a list of texts.</summary>
    public IEnumerable<string> Texts(string member) => (Data[member] as JsonArray ?? []).Select(item => item!.GetValue<string>());

    /// <summary>Whether a link points to another entity.</summary>
    public bool Links(string member, string? id) => id is not null && Text(member) == id;

    public void Add(string member, int amount) => Data[member] = Number(member) + amount;
}

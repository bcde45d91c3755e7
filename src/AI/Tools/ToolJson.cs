using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Valentina.Models;

namespace Valentina.AI.Tools;

/// <summary>
/// What tools take and give, known before the program runs, so that they work trimmed and native: all else would be found by reflection.
/// The models bring their own readers and writers.
/// </summary>
[JsonSerializable(typeof(DiceRollCreate))]
[JsonSerializable(typeof(QuickRollRequest))]
[JsonSerializable(typeof(IReadOnlyList<ChargenSession>))]
[JsonSerializable(typeof(Page<Campaign>))]
[JsonSerializable(typeof(Page<CampaignBook>))]
[JsonSerializable(typeof(Page<CampaignChapter>))]
[JsonSerializable(typeof(Page<Character>))]
[JsonSerializable(typeof(Page<CharacterConcept>))]
[JsonSerializable(typeof(Page<CharacterTrait>))]
[JsonSerializable(typeof(Page<DiceRoll>))]
[JsonSerializable(typeof(Page<DictionaryTerm>))]
[JsonSerializable(typeof(Page<InventoryItem>))]
[JsonSerializable(typeof(Page<Note>))]
[JsonSerializable(typeof(Page<QuickRoll>))]
[JsonSerializable(typeof(Page<SheetSection>))]
[JsonSerializable(typeof(Page<Trait>))]
[JsonSerializable(typeof(Page<TraitCategory>))]
[JsonSerializable(typeof(Page<TraitSubcategory>))]
[JsonSerializable(typeof(Page<User>))]
[JsonSerializable(typeof(Page<VampireClan>))]
[JsonSerializable(typeof(Page<WerewolfAuspice>))]
[JsonSerializable(typeof(Page<WerewolfTribe>))]
[JsonSerializable(typeof(Campaign))]
[JsonSerializable(typeof(CampaignBookDetail))]
[JsonSerializable(typeof(CampaignChapterDetail))]
[JsonSerializable(typeof(CampaignExperience))]
[JsonSerializable(typeof(CharacterConcept))]
[JsonSerializable(typeof(CharacterDetail))]
[JsonSerializable(typeof(CharacterFullSheet))]
[JsonSerializable(typeof(CharacterTrait))]
[JsonSerializable(typeof(ChargenSession))]
[JsonSerializable(typeof(CompanyOptions))]
[JsonSerializable(typeof(DiceRoll))]
[JsonSerializable(typeof(DictionaryTerm))]
[JsonSerializable(typeof(FullSheetTraitCategory))]
[JsonSerializable(typeof(InventoryItem))]
[JsonSerializable(typeof(Note))]
[JsonSerializable(typeof(QuickRoll))]
[JsonSerializable(typeof(RollStatistics))]
[JsonSerializable(typeof(SheetSection))]
[JsonSerializable(typeof(Trait))]
[JsonSerializable(typeof(TraitCategory))]
[JsonSerializable(typeof(TraitSubcategory))]
[JsonSerializable(typeof(TraitValueOptions))]
[JsonSerializable(typeof(UserDetail))]
[JsonSerializable(typeof(VampireClan))]
[JsonSerializable(typeof(WerewolfAuspice))]
[JsonSerializable(typeof(WerewolfTribe))]
internal sealed partial class ToolJson : JsonSerializerContext
{
    /// <summary>How a type is read and written.</summary>
    /// <exception cref="NotSupportedException">It is not in the list above.</exception>
    public static JsonTypeInfo<T> Of<T>()
        => (JsonTypeInfo<T>?)Default.GetTypeInfo(typeof(T)) ?? throw new NotSupportedException($"{typeof(T)} is missing in ToolJson.");

    /// <summary>JSON as the service gives it, without what is null: a model pays for each word it reads.</summary>
    public static JsonElement Answer<T>(T value, JsonTypeInfo<T> type)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            WriteFilled(writer, JsonSerializer.SerializeToElement(value, type));
        }

        return Parse(bytes.WrittenMemory);
    }

    /// <summary>A text of JSON that outlives its document.</summary>
    public static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static void WriteFilled(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().Where(static member => member.Value.ValueKind != JsonValueKind.Null))
                {
                    writer.WritePropertyName(member.Name);
                    WriteFilled(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    WriteFilled(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}

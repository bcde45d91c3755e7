using System.Globalization;
using System.Text.Json;
using Valentina.Models;

namespace Valentina.Benchmarks.Json;

/// <summary>The creation of a character as one would write it by hand.</summary>
internal static class HandWriter
{
    public static void Character(Utf8JsonWriter writer, CharacterCreate character)
    {
        writer.WriteStartObject();
        writer.WriteString("name_first"u8, character.NameFirst);
        writer.WriteString("name_last"u8, character.NameLast);
        writer.WriteString("character_class"u8, character.CharacterClass.Value);
        writer.WriteString("game_version"u8, character.GameVersion.Value);
        writer.WriteString("campaign_id"u8, character.CampaignId);
        if (character.NameNick is not null)
        {
            writer.WriteString("name_nick"u8, character.NameNick);
        }

        if (character.Type is { } type)
        {
            writer.WriteString("type"u8, type.Value);
        }

        if (character.Age is { } age)
        {
            writer.WriteNumber("age"u8, age);
        }

        if (character.DateOfBirth is { } birth)
        {
            writer.WriteString("date_of_birth"u8, birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        if (character.Biography is not null)
        {
            writer.WriteString("biography"u8, character.Biography);
        }

        if (character.Demeanor is not null)
        {
            writer.WriteString("demeanor"u8, character.Demeanor);
        }

        if (character.Nature is not null)
        {
            writer.WriteString("nature"u8, character.Nature);
        }

        if (character.ConceptId is { } concept)
        {
            writer.WriteString("concept_id"u8, concept);
        }

        if (character.Traits is { } traits)
        {
            writer.WriteStartArray("traits"u8);
            foreach (var trait in traits)
            {
                writer.WriteStartObject();
                writer.WriteString("trait_id"u8, trait.TraitId);
                if (trait.Value is { } value)
                {
                    writer.WriteNumber("value"u8, value);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        if (character.UserPlayerId is { } player)
        {
            writer.WriteString("user_player_id"u8, player);
        }

        writer.WriteEndObject();
    }
}

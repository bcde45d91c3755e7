using System.Globalization;
using System.Text.Json;

namespace Valentina.Benchmarks.Json;

internal sealed class PlainPage
{
    public List<PlainCampaign> Items { get; set; } = [];

    public int Limit { get; set; }

    public int Offset { get; set; }

    public int Total { get; set; }
}

internal sealed class PlainCampaign
{
    public Guid Id { get; set; }

    public DateTimeOffset DateCreated { get; set; }

    public DateTimeOffset DateModified { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public Guid CompanyId { get; set; }

    public int Desperation { get; set; }

    public int Danger { get; set; }

    public DateOnly? InGameDate { get; set; }

    public int NumBooks { get; set; }

    public int NumPlayerCharacters { get; set; }

    public int NumStorytellerCharacters { get; set; }

    public int NumNotes { get; set; }

    public int NumAssets { get; set; }
}

/// <summary>A page of campaigns as one would read it by hand, without any tolerance.</summary>
internal static class HandReader
{
    public static PlainPage Page(ref Utf8JsonReader reader)
    {
        var page = new PlainPage();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("items"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    page.Items.Add(Campaign(ref reader));
                }
            }
            else if (reader.ValueTextEquals("limit"u8))
            {
                page.Limit = Int(ref reader);
            }
            else if (reader.ValueTextEquals("offset"u8))
            {
                page.Offset = Int(ref reader);
            }
            else if (reader.ValueTextEquals("total"u8))
            {
                page.Total = Int(ref reader);
            }
            else
            {
                Skip(ref reader);
            }
        }

        return page;
    }

    private static PlainCampaign Campaign(ref Utf8JsonReader reader)
    {
        var campaign = new PlainCampaign();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    reader.Read();
                    campaign.Id = reader.GetGuid();
                    break;
                case 12 when name.SequenceEqual("date_created"u8):
                    reader.Read();
                    campaign.DateCreated = reader.GetDateTimeOffset();
                    break;
                case 13 when name.SequenceEqual("date_modified"u8):
                    reader.Read();
                    campaign.DateModified = reader.GetDateTimeOffset();
                    break;
                case 4 when name.SequenceEqual("name"u8):
                    reader.Read();
                    campaign.Name = reader.GetString();
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    reader.Read();
                    campaign.Description = reader.GetString();
                    break;
                case 10 when name.SequenceEqual("company_id"u8):
                    reader.Read();
                    campaign.CompanyId = reader.GetGuid();
                    break;
                case 11 when name.SequenceEqual("desperation"u8):
                    campaign.Desperation = Int(ref reader);
                    break;
                case 6 when name.SequenceEqual("danger"u8):
                    campaign.Danger = Int(ref reader);
                    break;
                case 12 when name.SequenceEqual("in_game_date"u8):
                    reader.Read();
                    campaign.InGameDate = reader.GetString() is { } date
                        ? DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture)
                        : null;
                    break;
                case 9 when name.SequenceEqual("num_books"u8):
                    campaign.NumBooks = Int(ref reader);
                    break;
                case 21 when name.SequenceEqual("num_player_characters"u8):
                    campaign.NumPlayerCharacters = Int(ref reader);
                    break;
                case 26 when name.SequenceEqual("num_storyteller_characters"u8):
                    campaign.NumStorytellerCharacters = Int(ref reader);
                    break;
                case 9 when name.SequenceEqual("num_notes"u8):
                    campaign.NumNotes = Int(ref reader);
                    break;
                case 10 when name.SequenceEqual("num_assets"u8):
                    campaign.NumAssets = Int(ref reader);
                    break;
                default:
                    Skip(ref reader);
                    break;
            }
        }

        return campaign;
    }

    private static int Int(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}

using Newtonsoft.Json.Linq;
using Valentina.ClaudeCode.Models;
using Valentina.Models;

namespace Valentina.Client.Tests.Generated;

/// <summary>Dates are dates, instants are instants, and one without a zone is in UTC wherever the program runs.</summary>
public sealed class DateTests
{
    [Theory]
    [InlineData("2026-11-22T04:18:37.313186Z", "2026-11-22T04:18:37.313186Z")]
    [InlineData("2026-11-22T04:18:37Z", "2026-11-22T04:18:37Z")]
    [InlineData("2026-11-22T04:18:37.313186+00:00", "2026-11-22T04:18:37.313186Z")]
    [InlineData("2026-11-22T04:18:37.313186", "2026-11-22T04:18:37.313186Z")]
    [InlineData("2026-11-22T04:18:37+02:00", "2026-11-22T04:18:37+02:00")]
    public void Instants_keep_their_fraction_and_their_offset(string received, string written)
    {
        foreach (var serializer in (string[])["sdk", "plain"])
        {
            var note = Wire.Read<Note>($$"""{"date_created":"{{received}}"}""", serializer);

            note.DateCreated.Should().Be(DateTimeOffset.Parse(written, System.Globalization.CultureInfo.InvariantCulture));
            if (serializer == "sdk")
            {
                Wire.Write(note).Should().Contain($"\"date_created\":\"{written}\"");
            }
        }
    }

    [Fact]
    public void An_instant_of_the_Claude_service_has_no_zone_and_means_UTC()
        => Wire.Read<ExecutionLogEntry>("""{"timestamp":"2026-11-22T04:18:37.313186"}""").Timestamp.Offset.Should().Be(TimeSpan.Zero);

    [Fact]
    public void A_date_is_no_instant()
    {
        var campaign = Wire.Read<Campaign>("""{"in_game_date":"1994-10-31"}""");

        campaign.InGameDate.Should().Be(new DateOnly(1994, 10, 31));
        JObject.Parse(Wire.Write(campaign))["in_game_date"]!.Value<string>().Should().Be("1994-10-31");
    }

    [Fact]
    public void A_missing_instant_of_a_nullable_member_stays_null()
        => Wire.Read<Character>("""{"date_killed":null}""").DateKilled.Should().BeNull();

    [Fact]
    public void Something_else_is_refused_with_its_place()
        => FluentActions.Invoking(() => Wire.Read<Note>("""{"date_created":"yesterday"}"""))
            .Should().Throw<System.Text.Json.JsonException>().WithMessage("*date_created*");

    [Fact]
    public void Texts_that_look_like_dates_stay_as_they_came_in_free_JSON()
        => Wire.Read<LogEntry>("""{"extra":{"at":"2026-11-22T04:18:37.000000+00:00"}}""").Extra!["at"].Value<string>()
            .Should().Be("2026-11-22T04:18:37.000000+00:00");
}

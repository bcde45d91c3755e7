using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;
using Valentina.ClaudeCode.Models;
using Valentina.Models;
using Valentina.Testing;

namespace Valentina.Conformance.Tests.FakeServer;

/// <summary>The settings below belong to the whole process, so nothing runs beside these tests.</summary>
[CollectionDefinition(nameof(HostileSettingsTests), DisableParallelization = true)]
public sealed class HostileSettingsCollection;

/// <summary>A program may give Newtonsoft.Json default settings of its own; neither SDK nor fakes obey them.</summary>
[Collection(nameof(HostileSettingsTests))]
public sealed class HostileSettingsTests : IDisposable
{
    private readonly Func<JsonSerializerSettings>? _before = JsonConvert.DefaultSettings;

    public HostileSettingsTests() => JsonConvert.DefaultSettings = () => new JsonSerializerSettings
    {
        ContractResolver = new DefaultContractResolver { NamingStrategy = new KebabCaseNamingStrategy(true, true) },
        TypeNameHandling = TypeNameHandling.All,
        NullValueHandling = NullValueHandling.Include,
        DefaultValueHandling = DefaultValueHandling.Ignore,
        DateFormatString = "'the 'dd",
        DateParseHandling = DateParseHandling.DateTime,
        Culture = new System.Globalization.CultureInfo("de-DE"),
        MissingMemberHandling = MissingMemberHandling.Error,
        Converters = { new StringEnumConverter(), new Shout() },
    };

    public void Dispose() => JsonConvert.DefaultSettings = _before;

    [Fact]
    public async Task The_fake_of_Noir_keeps_scripts_and_recorded_calls_in_its_own_words()
    {
        var fake = new FakeValentina();
        using var client = fake.CreateClient();
        var made = Fake.Campaign(campaign => campaign.InGameDate = new DateOnly(1999, 12, 31));
        fake.On(ValentinaRoutes.ListCampaigns).RespondsItems(made);

        var listed = (await client.Campaigns.GetPageAsync()).Items.Should().ContainSingle().Subject;
        await client.ActingAs(fake.AdminId).Campaigns.CreateAsync(new CampaignCreate { Name = "night", Danger = 0 });

        listed.Should().BeEquivalentTo(made);
        fake.Calls[^1].BodyAs<CampaignCreate>().Should().BeEquivalentTo(new { Name = "night", Danger = 0 });
        ModelJson.Node(made)!["date_created"]!.GetValue<string>().Should().StartWith("20").And.NotContain("the");
        ModelJson.Node(made)!.AsObject().Should().NotContainKey("$type");
    }

    [Fact]
    public async Task The_fake_of_Claude_does_so_too()
    {
        var fake = new FakeClaudeCode();
        using var claude = fake.CreateClient();
        fake.OnPrompt("moons").Replies("Io");

        (await claude.CompleteAsync("Name the moons.")).Content.Should().Be("Io");

        fake.Calls[^1].BodyAs<ChatCompletionRequest>().Messages.Should().ContainSingle();
        ClaudeCodeFake.Batch().Results.Should().NotBeNull();
    }

    /// <summary>A converter that ruins every text.</summary>
    private sealed class Shout : JsonConverter<string>
    {
        public override void WriteJson(JsonWriter writer, string? value, JsonSerializer serializer)
            => writer.WriteValue(value?.ToUpperInvariant() + "!");

        public override string ReadJson(
            JsonReader reader, Type objectType, string? existingValue, bool hasExistingValue, JsonSerializer serializer)
            => JToken.Load(reader) + "!";
    }
}
